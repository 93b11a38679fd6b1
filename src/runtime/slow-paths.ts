/** What probes do when the quick answer is not enough. Nothing here runs in a loop over numbers. */

import { makeBirths } from "./births.js";
import { isAnyBuffer, makeConstructed } from "./constructed.js";
import { CLOSED, LIVES, NOW, OPERAND_OF, SLOTS } from "./core.js";
import { arraysOf, deepUse, stampNested } from "./deep.js";
import { makeInFlight } from "./in-flight.js";
import { isArray, isKnownReceiver, isView, nativeCalls } from "./intrinsics.js";
import type { SlowContext } from "./slow-context.js";
import { NO_STAMP } from "./stamps.js";
import { makeStepping } from "./stepping.js";
import { makeUses } from "./uses.js";
import { makeWrap } from "./wrap.js";

const { apply } = Reflect;
/** `Reflect.construct` does what `new` does. */
const namespace = Reflect;

export type SlowPaths = ReturnType<typeof makeSlowPaths>;

export function makeSlowPaths(context: SlowContext) {
  const { core, groups, registry, stamps, handed, positions, S, W, isProxy } = context;
  const { clock, lives, slots, mask } = core;
  const births = makeBirths(context);
  const { birth, blamedArray, fresh, nameless, template, forgetTemplate } = births;
  const { use, useStamped, escapes, makeView, buffer, deep } = makeUses(context);
  const inFlight = makeInFlight(S, stamps, escapes);
  const { isGenerator, isIterator, stepped, taken, delegated } = makeStepping({ stamps, isProxy, fresh, useStamped });
  const constructed = makeConstructed(context, births, { escapes, useStamped, makeView, linkIfView });
  const { classes, brought, newborn, made, result, outside, met, mistaken, proxied, hide } = constructed;

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
    mistaken,
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
