/** What probes do when the quick answer is not enough. Nothing here runs in a loop over numbers. */

import { nameNumber } from "../trace/names.js";
import { absorb, absorbFlat, type Made } from "./absorb.js";
import { ArrayClasses } from "./array-classes.js";
import { makeBirths } from "./births.js";
import { makeBrought } from "./brought.js";
import { BySite, OwnWeakMap } from "./collections.js";
import { CLOSED, LIVES, NO_GROUP, NOW, OPERAND_OF, SLOTS } from "./core.js";
import { arraysOf, deepUse, stampNested } from "./deep.js";
import { NO_BLAME } from "./groups.js";
import { makeInFlight } from "./in-flight.js";
import type { PrivateReader } from "./instances.js";
import {
  builtinPrototypes,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isKnownReceiver,
  isView,
  NAMELESS,
  nativeCalls,
  ownKeys,
} from "./intrinsics.js";
import type { SlowContext } from "./slow-context.js";
import { NO_STAMP } from "./stamps.js";
import { makeStepping } from "./stepping.js";
import { makeUses } from "./uses.js";
import { makeWrap } from "./wrap.js";

const { apply } = Reflect;
/** `Reflect.construct` does what `new` does. */
const namespace = Reflect;
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

function isAnyBuffer(value: unknown): boolean {
  return value instanceof Buffers || value instanceof SharedBuffers;
}

export type SlowPaths = ReturnType<typeof makeSlowPaths>;

export function makeSlowPaths(context: SlowContext) {
  const { core, groups, registry, stamps, state, handed, positions, S, W, F, isProxy } = context;
  const { clock, lives, slots, mask } = core;
  const births = makeBirths(context);
  const { birth, settle, groupFor, blamedArray, fresh, nameless, template, forgetTemplate } = births;
  const { use, useStamped, escapes, makeView, buffer, deep } = makeUses(context);
  const inFlight = makeInFlight(S, stamps, escapes);
  const { isGenerator, isIterator, stepped, taken, delegated } = makeStepping({ stamps, isProxy, fresh, useStamped });
  /** What `new` made the last time, by site. */
  const lastMade = new BySite<Made>();
  /** What else came out of calls the last time, by site. */
  const strangers = new BySite<object>();
  /** Of proxies that traced code has made. */
  let targets: WeakMap<object, object> | null = null;
  const classes = new ArrayClasses(isProxy, context.arrayClasses);
  const brought = makeBrought({ stamps, isProxy, fresh, outside });

  /** The same as {@link claim} for up to four parameters; what is missing is undefined. */
  function claimFew(a: unknown, b: unknown, c: unknown, d: unknown): void {
    const count = S[0] as number;
    let mine = true;
    for (let i = 0; i < count; i++) {
      const position = positions[i] as number;
      if (position < 0) continue;
      const param = position === 0 ? a : position === 1 ? b : position === 2 ? c : position === 3 ? d : undefined;
      if (param === W) useStamped(handed[i] as object);
      else if (param !== handed[i]) mine = false;
    }
    if (!mine) for (let i = 0; i < count; i++) escapes(handed[i] as object);
    S[0] = 0;
  }

  function claim(params: unknown[]): void {
    const count = S[0] as number;
    let mine = true;
    for (let i = 0; i < count; i++) {
      const position = positions[i] as number;
      if (position < 0) continue;
      // A function that takes fewer may be a native's callback, and the array still in that native's hands.
      const param = position < params.length ? params[position] : undefined;
      // Taken apart before the body began: it has been read.
      if (param === W) useStamped(handed[i] as object);
      else if (param !== handed[i]) mine = false;
    }
    if (!mine) for (let i = 0; i < count; i++) escapes(handed[i] as object);
    S[0] = 0;
  }

  /** The call is over and no traced function took its arrays: somebody unknown has them. */
  function unclaimed(value: unknown): void {
    const count = S[0] as number;
    S[0] = 0;
    if (isGenerator(value)) {
      for (let i = 0; i < count; i++) useStamped(handed[i] as object);
      return;
    }
    for (let i = 0; i < count; i++) escapes(handed[i] as object);
  }

  /** `receiverId` is what the receiver's stamp says. */
  function native(
    site: number,
    own: boolean,
    value: unknown,
    receiver: unknown,
    take: number,
    flags: number,
    receiverId: number,
  ): void {
    const nested = flags & 3;
    if ((flags & 4) !== 0 && receiverId !== NO_STAMP && typeof receiver === "object") inFlight.land(receiver as object);
    const count = S[0] as number;
    if (count !== 0) {
      S[0] = 0;
      if (isKnownReceiver(receiver)) {
        for (let i = 0; i < count; i++) {
          const argument = handed[i] as object;
          // Maps and sets compare a new key, a typed array copies: of all that keep, only arrays do not look.
          if (take === 0 || (take === 1 && positions[i] === 0 && typeof receiver === "object" && !isArray(receiver)))
            useStamped(argument);
          else if (take === 2) deepUse(argument, stamps, useStamped, isProxy);
          linkIfView(value, argument, false);
        }
      } else if (!isGenerator(value)) for (let i = 0; i < count; i++) escapes(handed[i] as object);
    }
    if (receiverId !== NO_STAMP && typeof receiver === "object" && receiver !== null) {
      if (take === 2) deepUse(receiver, stamps, useStamped, isProxy);
      else if (receiverId > (clock[CLOSED] as number) && count === 0)
        lives[(receiverId & mask) << LIVES] = clock[NOW] as number;
      else useStamped(receiver);
      if (typeof value === "object" && value !== null && value !== receiver) {
        if (!isArray(receiver) && !isView(receiver) && isBuffer(value) && !stamps.has(value))
          fresh(site, value, own, 0, true);
        if (linkIfView(value, receiver, true)) return;
        if (isIterator(value)) makeView(value, receiver);
        else operand(receiver, value);
      }
    }
    if (receiver === namespace) outside(site, value, own);
    if (nested === 3) stepped(site, own, value);
    else if (nested !== 0 && typeof value === "object" && value !== null) {
      stampNested(value, stamps, isProxy, (inner) => fresh(site, inner, own, 0, true), (flags & 8) !== 0);
      if (nested === 2) deepUse(value, stamps, useStamped, isProxy);
    }
  }

  /** What `JSON.parse` has made, and held whole until it returned. */
  function tree(site: number, value: object, own: boolean): void {
    const arrays = arraysOf(value);
    if (arrays.length === 0) return;
    const of = own ? groups.own(site) : blamedArray(site);
    for (let i = 0; i < arrays.length; i++) {
      const array = arrays[i] as unknown[];
      stamps.put(array, birth(of, array.length * 8), of);
    }
    for (let i = 0; i < arrays.length; i++) useStamped(arrays[i] as object);
  }

  /** A buffer that another buffer's method made. */
  function isBuffer(value: object): boolean {
    return !isProxy(value) && isAnyBuffer(value);
  }

  /** A typed array on the same buffer looks at the other one's storage. */
  function linkIfView(value: unknown, other: object, certain: boolean): boolean {
    if (!isView(value) || !stamps.has(value)) return false;
    if (isArray(other) || (isView(other) ? value.buffer !== other.buffer : value.buffer !== other)) return false;
    // Buffers of Node's pool share memory without looking at each other.
    if (
      !certain &&
      isView(other) &&
      (value.byteOffset >= other.byteOffset + other.byteLength || value.byteOffset < other.byteOffset)
    )
      return false;
    makeView(value, other);
    return true;
  }

  /** `value` was made from `receiver` and is of its size class: if that was the last use, it could have been in place. */
  function operand(receiver: object, value: object): void {
    const id = stamps.id(receiver);
    if (id <= (clock[CLOSED] as number) || !stamps.has(value)) return;
    const result = stamps.group(value);
    const a = groups.list[stamps.group(receiver)];
    const b = groups.list[result];
    if (a === null || b === null || a === undefined || b === undefined) return;
    if (a.type !== b.type || a.size !== b.size) return;
    if (isArray(receiver) && isArray(value) && receiver.length !== value.length) return;
    lives[(id & mask) << LIVES] = (clock[NOW] as number) + 0.5;
    slots[((id & mask) << SLOTS) + OPERAND_OF] = result;
  }

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
    if (isView(value)) fresh(site, value, own, 0, true);
    else if (before === undefined || isArray(value) || getPrototypeOf(value) !== before.prototype)
      madeFresh(site, value, own);
    else if (before.info !== null) {
      if (!absorbFlat(absorbing, value, before)) absorb(absorbing, site, value, own, before.info, before);
      if (before.info.opaque) escapes(value);
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

  const absorbing = { core, stamps, groups, state, groupFor, birth, makeView };

  function proxied(proxy: object, target: unknown): object {
    if (typeof target === "object" && target !== null && isProxy(proxy)) {
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

  /** For a callee that is no function: throws what V8 throws, but after the arguments were evaluated. */
  function callable(method: unknown, site: number): unknown {
    if (typeof method === "function") {
      const { call } = method as { call: unknown };
      if (typeof call === "function" && nativeCalls.has(call)) return method;
      // The program has replaced `call`, or this function has one of its own.
      const direct = (...args: unknown[]): unknown => apply(method, undefined, args);
      direct.call = (receiver: unknown, ...args: unknown[]): unknown => apply(method, receiver, args);
      return direct;
    }
    const text = registry.site(site)?.callee ?? "(intermediate value)";
    return function thrower(): never {
      const error = new TypeError(`${text} is not a function`);
      Error.captureStackTrace(error, thrower);
      throw error;
    };
  }

  return {
    fresh,
    blamedArray,
    template,
    forgetTemplate,
    use,
    escapes,
    deep,
    buffer,
    nameless,
    delegated,
    taken,
    unclaimed,
    native,
    tree,
    made,
    newborn,
    callable,
    claim,
    claimFew,
    hide,
    proxied,
    result,
    outside,
    brought,
    wrap: makeWrap({ isProxy, want: (prototype) => classes.want(prototype), met }),
    take: inFlight.take,
    land: inFlight.land,
    abandon: inFlight.abandon,
  };
}
