/** What `new` gives, and what code without probes has made: which of it is an array object, and who made it. */
import { nameNumber } from "../trace/names.js";
import { absorb, absorbFlat, isCoordinates, type Made } from "./absorb.js";
import { ArrayClasses } from "./array-classes.js";
import type { Births } from "./births.js";
import { makeBrought } from "./brought.js";
import { BySite, OwnWeakMap } from "./collections.js";
import { CLOSED, GROUP, NO_GROUP, SLOTS } from "./core.js";
import { deepUse } from "./deep.js";
import { NO_BLAME } from "./groups.js";
import type { PrivateReader } from "./instances.js";
import {
  builtinPrototypes,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isKnownReceiver,
  isView,
  NAMELESS,
  ownKeys,
} from "./intrinsics.js";
import type { SlowContext } from "./slow-context.js";
import { LASTING } from "./stamps.js";

/** `nd.NDArray` of `new nd.NDArray(shape)`, for a class that hides its name. */
function constructedName(text: string): string {
  let name = "";
  if (text[0] !== "n" || text[1] !== "e" || text[2] !== "w" || text[3] !== " ") return NAMELESS;
  for (let i = "new ".length; i < text.length && text[i] !== "("; i++) name += text[i];
  return name === "" ? NAMELESS : name;
}

/** None of the string methods, which may be the program's own. */
function splitNames(names: string): string[] {
  const out: string[] = [];
  let name = "";
  for (let i = 0; i < names.length; i++) {
    if (names[i] !== " ") name += names[i];
    if (names[i] === " " || i === names.length - 1) {
      out[out.length] = name;
      name = "";
    }
  }
  return out;
}

const [Buffers, SharedBuffers] = [ArrayBuffer, SharedArrayBuffer];

export function isAnyBuffer(value: unknown): boolean {
  return value instanceof Buffers || value instanceof SharedBuffers;
}

interface Lives {
  escapes(value: object): void;
  useStamped(value: object): void;
  makeView(value: object, base: object): void;
  linkIfView(value: unknown, other: object, certain: boolean): boolean;
}

export function makeConstructed(context: SlowContext, births: Births, lives: Lives) {
  const { alike, core, groups, registry, stamps, state, handed, S, F, isProxy } = context;
  const { birth, settle, groupFor, fresh } = births;
  const { escapes, useStamped, makeView, linkIfView } = lives;
  /** What `new` made the last time, by site. */
  const lastMade = new BySite<Made>();
  /** What else came out of calls the last time, by site. */
  const strangers = new BySite<object>();
  /** Of proxies that traced code has made. */
  let targets: WeakMap<object, object> | null = null;
  const classes = new ArrayClasses(isProxy, context.arrayClasses);
  const brought = makeBrought({ stamps, isProxy, fresh, outside });
  const absorbing = { core, stamps, groups, state, groupFor, birth, makeView };

  /** An object without a stamp that `new` has just given, maybe behind a proxy. */
  function newborn(site: number, value: object, own: boolean): void {
    if (!own) settle(site);
    const behind = targets !== null && isProxy(value) ? targets.get(value) : undefined;
    if (behind === undefined) {
      newObject(site, value, own);
      if (state.border && !stamps.has(value)) brought.given(site, value, own);
    } else if (!stamps.has(behind)) {
      newObject(site, behind, own);
      if (stamps.has(behind)) stamps.put(value, stamps.id(behind), stamps.group(behind));
    }
  }

  /** Result of `new`: an array, a typed array, a buffer, an instance of an array class, or none of them. */
  function made(site: number, value: object, own: boolean): void {
    const count = S[0] as number;
    // An instance may be a function (a class that extends Function).
    if ((typeof value === "object" || typeof value === "function") && !stamps.has(value)) newborn(site, value, own);
    if (count === 0) return;
    S[0] = 0;
    for (let i = 0; i < count; i++) {
      const argument = handed[i] as object;
      if (isProxy(value)) {
        // Whatever is done with the proxy is done with its target.
        if (i === 0) makeView(value, argument);
      } else if (isView(value)) {
        if (!linkIfView(value, argument, true)) useStamped(argument);
      } else if (isKnownReceiver(value)) deepUse(argument, stamps, useStamped, isProxy);
      else escapes(argument);
    }
  }

  /** What an operation gave and nobody has seen being made. */
  function result(site: number, value: object): void {
    if (!isProxy(value)) newObject(site, value, true);
  }

  function newObject(site: number, value: object, own: boolean): void {
    const before = lastMade.get(site);
    if (isView(value)) {
      fresh(site, value, own, 0, true);
      if ("length" in value)
        learn(site, getPrototypeOf(value) as object, value.length as number, stamps.group(value), value.byteLength);
    } else if (before === undefined || isArray(value) || getPrototypeOf(value) !== before.prototype)
      madeFresh(site, value, own);
    else if (before.info !== null) {
      if (!absorbFlat(absorbing, value, before)) absorb(absorbing, site, value, own, before.info, before);
      if (before.info.opaque) escapes(value);
      else if (isCoordinates(before.info)) learn(site, before.prototype, -1, before.group, before.info.coordinates * 8);
    }
  }

  /** The next one that `new` gives here will hardly be another. */
  function learn(site: number, prototype: object, length: number, group: number, bytes: number): void {
    if (targets === null) alike?.learn(site, prototype, length, state.blame, group, bytes);
  }

  /** `new` gave something else than ever before, and it was taken for that: its tick is nobody's. */
  function mistaken(site: number, value: object, own: boolean, id: number): void {
    alike?.differs(site);
    if (id > (core.clock[CLOSED] as number)) core.slots[((id & core.mask) << SLOTS) + GROUP] = NO_GROUP;
    stamps.move(value, LASTING, 0);
    state.renewing = true;
    try {
      newObject(site, value, own);
    } finally {
      state.renewing = false;
    }
  }

  function madeFresh(site: number, value: object, own: boolean): void {
    if (isProxy(value)) return;
    if (isArray(value) || isView(value) || isAnyBuffer(value)) {
      fresh(site, value, own, 0, true);
      return;
    }
    const prototype = getPrototypeOf(value);
    if (prototype === null) return;
    const info = classes.of(prototype, value);
    if (info === undefined) return;
    if (info?.name === NAMELESS) info.name = constructedName(registry.site(site)?.text ?? "");
    const made: Made = { prototype, info, blame: NO_BLAME, dimensions: [], length: 0, group: NO_GROUP };
    lastMade.set(site, made);
    if (info !== null) {
      state.objects = true;
      const keys = ownKeys(value);
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (typeof key === "string") F[nameNumber(key)] = 1;
      }
      absorb(absorbing, site, value, own, info, made);
      if (info.opaque) escapes(value);
    }
  }

  /** What a call has given, or is given: an instance that nobody has seen comes from code without probes. */
  function outside(site: number, value: unknown, own: boolean): void {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || stamps.has(value)) return;
    if (isView(value) || isArray(value) || isProxy(value)) return;
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === strangers.get(site) || builtinPrototypes.has(prototype)) return;
    if (classes.of(prototype, value)) newObject(site, value, own);
    else strangers.set(site, prototype);
  }

  /** A method that the user wants watched has got this from whatever code called it, or given it. */
  function met(value: unknown): void {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || stamps.has(value)) return;
    const site = state.blame >= 0 ? state.blame : context.callerSite(true);
    if (site !== null && site >= 0) outside(site, value, true);
  }

  /** The program has made a proxy itself. */
  function proxied(proxy: object, target: unknown): object {
    if (typeof target === "object" && target !== null && isProxy(proxy)) {
      if (targets === null) alike?.stop();
      targets ??= new OwnWeakMap();
      targets.set(proxy, target);
    }
    return proxy;
  }

  /** A class has private fields. */
  function hide(made: object, names: string, read: PrivateReader, shown?: string): void {
    const prototype = getOwnPropertyDescriptor(made, "prototype")?.value as unknown;
    if (typeof prototype !== "object" || prototype === null) return;
    if (names !== "") classes.hide(prototype, splitNames(names), read);
    if (shown !== undefined) classes.show(prototype, shown);
  }

  return { classes, brought, newborn, made, result, outside, met, mistaken, proxied, hide };
}
