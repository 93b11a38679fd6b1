/** What probes do when the quick answer is not enough. Nothing here runs in a loop over numbers. */
import { ArrayClasses } from "./array-classes.js";
import { absorb, absorbFlat, type Made } from "./absorb.js";
import { CLOSED, type Core, LIMIT, NO_GROUP, NOW } from "./core.js";
import { deepUse, stampNested } from "./deep.js";
import { type Groups, NO_BLAME } from "./groups.js";
import { arrayIteratorPrototype, arrayPrototype, asyncGeneratorPrototype, generatorPrototype, getOwnPropertyDescriptor, getPrototypeOf, isArray, isKnownReceiver, isView, stepwise, typeName } from "./intrinsics.js";
import { LASTING, SHARED, type Stamps } from "./probes.js";
import type { Registry } from "./registry.js";
import { type Life, SharedLives } from "./shared-lives.js";
import { closeHalf } from "./sweep.js";

export interface SlowContext {
  core: Core;
  groups: Groups;
  registry: Registry;
  stamps: Stamps;
  state: { blame: number };
  handed: object[];
  positions: number[];
  S: Int32Array;
  W: object;
  isProxy(value: object): boolean;
}

export type SlowPaths = ReturnType<typeof makeSlowPaths>;

export function makeSlowPaths(context: SlowContext) {
  const { core, groups, registry, stamps, state, handed, positions, S, W, isProxy } = context;
  const { clock, last, group, size, mask, operandOf, late, bytes } = core;
  const shared = new SharedLives(core, comeBack);
  const lives = new WeakMap<object, Life>();
  const classes = new ArrayClasses();
  /** What `new` made the last time, by site. */
  const lastMade: (Made | undefined)[] = [];
  const templates = new Set<number>();
  const ownSites = new Map<number, boolean>();

  function birth(of: number, byteLength: number): number {
    const id = (clock[NOW] as number) + 1;
    if (id > (clock[LIMIT] as number)) closeHalf(core);
    clock[NOW] = id;
    const slot = id & mask;
    last[slot] = id - 0.5;
    group[slot] = of;
    setSize(slot, of, byteLength);
    return id;
  }

  function setSize(slot: number, of: number, byteLength: number): void {
    size[slot] = Math.min(byteLength, 0xffffffff);
    if (byteLength > 0xffffffff) bytes[of] = (bytes[of] as number) + byteLength - 0xffffffff;
  }

  /** Group of what a site makes: its own, or with the user's call that is to blame. */
  function groupFor(site: number, own: boolean, type: string, length: string | null, classLike: boolean): number {
    if (own) return groups.find(site, site, type, length, classLike);
    let users = ownSites.get(site);
    if (users === undefined) {
      users = registry.isOwn(site);
      ownSites.set(site, users);
    }
    // The body of an array class of the user's own: the object belongs to the line that called in.
    if (users) {
      const line = state.blame === NO_BLAME ? site : state.blame;
      return groups.find(line, line, type, length, classLike);
    }
    return groups.find(site, state.blame, type, length, classLike);
  }

  const blamed = new Map<number, { blame: number; group: number }>();

  function blamedArray(site: number): number {
    const known = blamed.get(site);
    if (known !== undefined && known.blame === state.blame) return known.group;
    const found = groupFor(site, false, "Array", null, false);
    if (known === undefined) blamed.set(site, { blame: state.blame, group: found });
    else {
      known.blame = state.blame;
      known.group = found;
    }
    return found;
  }

  const typed = new Map<number, { prototype: object; length: number; blame: number; group: number }>();

  function typedGroup(site: number, own: boolean, value: ArrayBufferView, prototype: object): number {
    const length = "length" in value ? (value.length as number) : value.byteLength;
    const known = typed.get(site);
    if (known !== undefined && known.prototype === prototype && known.length === length && known.blame === state.blame) {
      return known.group;
    }
    const found = groupFor(site, own, typeName(prototype), String(length), false);
    typed.set(site, { prototype, length, blame: state.blame, group: found });
    return found;
  }

  /**
   * An array object that nobody has seen: a native has just made it here. `id` is its tick when that was reserved;
   * `sure` says that the native is known to make no proxies.
   */
  function fresh(site: number, value: object, own: boolean, id: number, sure: boolean): void {
    if (!sure && !isView(value) && isProxy(value)) {
      stamps.put(value, LASTING, 0);
      return;
    }
    const prototype = getPrototypeOf(value);
    let of: number;
    let byteLength: number;
    if (isView(value)) {
      of = typedGroup(site, own, value, prototype as object);
      byteLength = value.byteLength;
    } else if (isArray(value)) {
      if (!sure && isTemplateObject(value)) {
        stamps.put(value, LASTING, 0);
        return;
      }
      of = prototype === arrayPrototype ? (own ? groups.own(site) : blamedArray(site)) : groupFor(site, own, typeName(prototype), null, false);
      byteLength = value.length * 8;
    } else {
      const length = (value as ArrayBuffer).byteLength;
      of = groupFor(site, own, typeName(prototype), String(length), false);
      byteLength = length;
    }
    if (id > (clock[CLOSED] as number)) {
      group[id & mask] = of;
      setSize(id & mask, of, byteLength);
      stamps.put(value, id, of);
    } else stamps.put(value, birth(of, byteLength), of);
  }

  /** Natives that are known by what they are called on make plain arrays. */
  function isSure(receiver: unknown): boolean {
    return typeof receiver === "string" || (typeof receiver === "object" && receiver !== null && stamps.has(receiver));
  }

  function isTemplateObject(value: unknown[]): boolean {
    if (!Object.isFrozen(value)) return false;
    return isArray(getOwnPropertyDescriptor(value, "raw")?.value);
  }

  /** Made and put where nobody can watch it. */
  function nameless(site: number): void {
    last[birth(groupFor(site, registry.isOwn(site), "Array", null, false), 0) & mask] = Infinity;
  }

  function deep(value: object): void {
    deepUse(value, stamps, useStamped, isProxy);
  }

  function template(site: number): void {
    if (templates.has(site)) return;
    templates.add(site);
    const of = groupFor(site, registry.isOwn(site), "Array", null, false);
    for (let i = 0; i < 2; i++) last[birth(of, 0) & mask] = Infinity;
  }

  function use(value: object, id: number): void {
    if (id === LASTING) return;
    if (id === SHARED) {
      const life = lives.get(value);
      if (life !== undefined) shared.use(life);
      return;
    }
    comeBack(stamps.group(value));
    stamps.move(value, LASTING, stamps.group(value));
  }

  function useStamped(value: object): void {
    if (!stamps.has(value)) return;
    const id = stamps.id(value);
    if (id > (clock[CLOSED] as number)) last[id & mask] = clock[NOW] as number;
    else use(value, id);
  }

  /** Used after its window was closed: its group needs one more than was counted, from now on. */
  function comeBack(of: number): void {
    late[of] = (late[of] as number) + 1;
    const above = core.parent[of] as number;
    if (above !== 0) late[above] = (late[above] as number) + 1;
  }

  function escape(value: object): void {
    const id = stamps.id(value);
    if (id === LASTING) return;
    if (id === SHARED) {
      const life = lives.get(value);
      if (life !== undefined) shared.escape(life);
      return;
    }
    if (id > (clock[CLOSED] as number)) last[id & mask] = Infinity;
    else if (id > 0) comeBack(stamps.group(value));
    stamps.move(value, LASTING, stamps.group(value));
  }

  /** `value` looks at what `base` holds: from now on they live and are used together. */
  function makeView(value: object, base: object): void {
    if (value === base || !stamps.has(base)) return;
    const life = lifeOf(base);
    if (!stamps.has(value)) stamps.put(value, SHARED, stamps.group(base));
    else if (stamps.id(value) !== SHARED) {
      shared.join(life, stamps.id(value), stamps.group(value));
      stamps.move(value, SHARED, stamps.group(value));
    }
    lives.set(value, life);
  }

  function lifeOf(base: object): Life {
    const known = lives.get(base);
    if (known !== undefined) return known;
    const life = shared.start();
    const id = stamps.id(base);
    if (id === LASTING) life.escaped = true;
    else shared.join(life, id, stamps.group(base));
    stamps.move(base, SHARED, stamps.group(base));
    lives.set(base, life);
    return life;
  }

  /** The buffer of a typed array is about to be taken: it stands for the array. */
  function buffer(value: ArrayBufferView): void {
    if (stamps.has(value) && !stamps.has(value.buffer)) makeView(value.buffer, value);
  }

  function hand(value: object, position: number): void {
    const count = S[0] as number;
    handed[count] = value;
    positions[count] = position;
    S[0] = count + 1;
  }

  function claim(params: unknown[]): void {
    const count = S[0] as number;
    let mine = true;
    for (let i = 0; i < count; i++) {
      const position = positions[i] as number;
      if (position < 0 || position >= params.length) continue;
      const param = params[position];
      // Taken apart before the body began: it has been read.
      if (param === W) useStamped(handed[i] as object);
      else if (param !== handed[i]) mine = false;
    }
    if (!mine) for (let i = 0; i < count; i++) escape(handed[i] as object);
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
    for (let i = 0; i < count; i++) escape(handed[i] as object);
  }

  /** A generator function takes its parameters when it is called and runs later. */
  function isGenerator(value: unknown): boolean {
    if (typeof value !== "object" || value === null || isProxy(value)) return false;
    const prototype = getPrototypeOf(value);
    const above = prototype === null ? null : getPrototypeOf(prototype);
    return above === generatorPrototype || above === asyncGeneratorPrototype;
  }

  function native(site: number, own: boolean, value: unknown, receiver: unknown, take: number, nested: number): void {
    const count = S[0] as number;
    if (count !== 0) {
      S[0] = 0;
      if (isKnownReceiver(receiver)) {
        for (let i = 0; i < count; i++) {
          const argument = handed[i] as object;
          if (take === 0) useStamped(argument);
          else if (take === 2) deepUse(argument, stamps, useStamped, isProxy);
          linkIfView(value, argument, false);
        }
      } else if (!isGenerator(value)) for (let i = 0; i < count; i++) escape(handed[i] as object);
    }
    if (typeof receiver === "object" && receiver !== null && stamps.has(receiver)) {
      if (take === 2) deepUse(receiver, stamps, useStamped, isProxy);
      else useStamped(receiver);
      if (typeof value === "object" && value !== null && value !== receiver) {
        if (!isArray(receiver) && !isView(receiver) && isBuffer(value) && !stamps.has(value)) fresh(site, value, own, 0, true);
        if (linkIfView(value, receiver, true)) return;
        if (isIterator(value)) makeView(value, receiver);
        else operand(receiver, value);
      }
    }
    if (nested !== 0 && typeof value === "object" && value !== null) {
      stampNested(value, stamps, isProxy, (inner) => fresh(site, inner, own, 0, true));
      if (nested === 2) deepUse(value, stamps, useStamped, isProxy);
    }
  }

  /** An iterator of a native's making goes on reading what it was asked of. */
  function isIterator(value: object): boolean {
    if (isArray(value) || isView(value) || isProxy(value)) return false;
    return getPrototypeOf(value) === arrayIteratorPrototype;
  }

  /**
   * What `yield*` goes through: an array is read at every step, a Map makes a pair at every step. Natives' iterators have
   * neither `return` nor `throw`, so this one has none either.
   */
  function delegated(site: number, own: boolean, iterable: unknown): unknown {
    if (typeof iterable !== "object" || iterable === null || isProxy(iterable)) return iterable;
    const known = isArray(iterable) || isView(iterable) || stepwise.has(getPrototypeOf(iterable) as object);
    if (!known) return iterable;
    return {
      [Symbol.iterator]() {
        const steps = (iterable as Iterable<unknown>)[Symbol.iterator]();
        return {
          next(...args: [] | [undefined]) {
            const step = steps.next(...args);
            useStamped(iterable);
            const value = step.value as unknown;
            if (typeof value === "object" && value !== null && isArray(value) && !stamps.has(value)) fresh(site, value, own, 0, false);
            return step;
          },
        };
      },
    };
  }

  /** A buffer that another buffer's method made. */
  function isBuffer(value: object): boolean {
    return !isProxy(value) && (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer);
  }

  /** A typed array on the same buffer looks at the other one's storage. */
  function linkIfView(value: unknown, other: object, certain: boolean): boolean {
    if (!isView(value) || !stamps.has(value)) return false;
    if (isArray(other) || (isView(other) ? value.buffer !== other.buffer : value.buffer !== other)) return false;
    // Buffers of Node's pool share memory without looking at each other.
    if (!certain && isView(other) && (value.byteOffset >= other.byteOffset + other.byteLength || value.byteOffset < other.byteOffset)) return false;
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
    last[id & mask] = (clock[NOW] as number) + 0.5;
    operandOf[id & mask] = result;
  }

  /** Result of `new`: an array, a typed array, a buffer, an instance of an array class, or none of them. */
  function made(site: number, value: object, own: boolean): void {
    const count = S[0] as number;
    if (typeof value === "object" && !stamps.has(value)) {
      const before = lastMade[site];
      if (isView(value)) fresh(site, value, own, 0, true);
      else if (before === undefined || isArray(value) || getPrototypeOf(value) !== before.prototype) madeFresh(site, value, own);
      else if (before.info !== null && !absorbFlat(absorbing, value, before)) absorb(absorbing, site, value, own, before.info, before);
    }
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
      else escape(argument);
    }
  }

  function madeFresh(site: number, value: object, own: boolean): void {
    if (isProxy(value)) return;
    if (isArray(value) || isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
      fresh(site, value, own, 0, true);
      return;
    }
    const prototype = getPrototypeOf(value);
    if (prototype === null) return;
    const info = classes.of(prototype, value);
    if (info === undefined) return;
    const made: Made = { prototype, info, blame: NO_BLAME, dimensions: [], length: 0, group: NO_GROUP };
    lastMade[site] = made;
    if (info !== null) absorb(absorbing, site, value, own, info, made);
  }

  const absorbing = { core, stamps, state, groupFor, birth, makeView };

  /** For a callee that is no function: throws what V8 throws, but after the arguments were evaluated. */
  function callable(method: unknown, site: number): unknown {
    if (typeof method === "function") {
      // The program has replaced `call`, or this function has one of its own.
      return { call: (receiver: unknown, ...args: unknown[]) => Reflect.apply(method, receiver, args) };
    }
    const text = registry.site(site)?.callee ?? "(intermediate value)";
    return function thrower(): never {
      const error = new TypeError(`${text} is not a function`);
      Error.captureStackTrace(error, thrower);
      throw error;
    };
  }

  return { fresh, isSure, blamedArray, template, use, escape, deep, buffer, nameless, delegated, unclaimed, native, made, callable, hand, claim };
}
