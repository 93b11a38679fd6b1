/** Probes for what is done with values: uses, what is iterated or becomes text, what is handed over by a call. */
import { checkIterable, checkObject, constructible } from "./complaints.js";
import { deepUse } from "./deep.js";
import * as natives from "./intrinsics.js";
import { readNested } from "./nested-patterns.js";
import type { SlowPaths } from "./slow-paths.js";
import type { Stamps } from "./stamps.js";

const { apply } = Reflect;
const { bind } = Function.prototype;

interface UseContext {
  stamps: Stamps;
  use<T>(value: T): T;
  /** Puts an argument on the list of those that are being handed over. */
  hand(value: object, position: number): void;
  slow: SlowPaths;
  isProxy(value: object): boolean;
}

export function makeUseProbes({ stamps, use, hand, slow, isProxy }: UseContext) {
  // Constants of this function: an import is a cell that optimized code reads and checks at every use.
  const { isArray, isView, nativeCall } = natives;
  const reading = { use, isProxy, taken: slow.taken };
  const probes = {
    /** A use. */
    u: use,
    /** A use of what a method is called on that may run code of the program. */
    U<T>(value: T): T {
      use(value);
      if (typeof value === "object" && value !== null && stamps.has(value)) slow.take(value);
      return value;
    },
    /** A use of what a pattern has been taking apart since `U`. */
    took<T>(value: T, target: unknown): T {
      if (typeof target === "object" && target !== null && stamps.has(target)) slow.land(target);
      use(target);
      return value;
    },
    /** What a native that has returned was given, and all that it holds. */
    deep<T>(value: T, ...given: unknown[]): T {
      for (let i = 0; i < given.length; i++) {
        const item = given[i];
        if (typeof item === "object" && item !== null) deepUse(item, stamps, use, isProxy);
      }
      return value;
    },
    /**
     * What was called by `call` or `apply`: a native reads what it is given, and what a list of arguments holds. Most look
     * into no element of an array; of others it is taken that they do.
     */
    through<T>(value: T, callee: unknown, applied: number, ...given: unknown[]): T {
      if (typeof callee !== "function" || !natives.builtins.has(callee)) return value;
      const numbers = natives.ofNumbers.has(callee);
      const looks = !numbers && !natives.shallow.has(callee);
      for (let i = 0; i < given.length; i++) {
        const item = given[i];
        use(item);
        if (!(looks || (applied === 1 && i === 1 && !numbers)) || !isArray(item) || isProxy(item)) continue;
        for (let at = 0; at < item.length; at++) use(natives.dataElement(item, at));
      }
      return value;
    },
    /** What a pattern takes apart that has patterns inside: itself, or what stands for it. See `nested-patterns.ts`. */
    inner<T>(value: T, shape: string, text: string | null, list: object[] | null, own: number, site: number): T {
      return readNested(value, shape, { reading, text, list, own: own === 1, site }) as T;
    },
    /** A key that no array has: what stands behind it in a pattern is the default. */
    none: Symbol(),
    /** A rest array, where a pattern stands in its place: from the function's arguments, or what the pattern has copied. */
    list(array: unknown[], given: Record<number, unknown>, length: number, from = 0): unknown[] {
      for (let i = 0; i < length; i++) array[i] = given[from + i];
      return array;
    },
    /** What such a pattern has read was being read until now. */
    again(list: object[]): void {
      for (let i = 0; i < list.length; i++) use(list[i]);
    },
    /** What a call gives in a text that stands for another (`instrument/naming.ts`). */
    T<T>(value: T): () => T {
      return () => value;
    },
    /** Whatever was running above this depth when the program caught an exception is so no more. */
    X(depth: number): void {
      slow.abandon(depth);
    },
    /** What is iterated. See `complaints.ts` for `how` and `text`. */
    o<T>(value: T, how: number, text: string): T {
      if (!isArray(value)) checkIterable(value, how, text, isProxy, probes.o);
      use(value);
      return value;
    },
    /** What an object's pattern takes apart. */
    O<T>(value: T, property: string | null, text: string | null): T {
      if (value === null || value === undefined) checkObject(value as null | undefined, property, text, probes.O);
      use(value);
      return value;
    },
    /** What is constructed, when a probe stands in it. */
    K: constructible,
    /** What a pattern takes apart, or a list of arguments is made of. */
    R(site: number, own: number, iterable: unknown): unknown {
      return slow.taken(site, own === 1, iterable);
    },
    /** What `yield*` is given. */
    Y(site: number, own: number, iterable: unknown): unknown {
      return slow.delegated(site, own === 1, iterable);
    },
    /** A value that becomes text. */
    i<T>(value: T): T {
      if (typeof value === "object" && value !== null && stamps.has(value)) slow.deep(value);
      return value;
    },
    /** A value that a native holds on to until it returns. */
    z<T>(value: T): T {
      if (typeof value === "object" && value !== null && stamps.has(value)) slow.escapes(value);
      return value;
    },
    /** A typed array whose buffer is about to be taken. */
    y<T>(value: T): T {
      if (isView(value)) slow.buffer(value);
      use(value);
      return value;
    },
    /** The method about to be called through `call`, or a function that throws what V8 would have thrown. */
    f(method: unknown, site: number): unknown {
      if (typeof method === "function" && method.call === nativeCall) return method;
      return slow.callable(method, site);
    },
    /** A method as a template's tag, which is called without a receiver. */
    tied(method: unknown, receiver: unknown, site: number): unknown {
      return apply(bind, probes.f(method, site) as object, [receiver]);
    },
    /** The last argument, and those before it that had to wait for it. */
    H<T>(value: T, position: number | null, ...waiting: unknown[]): T {
      for (let i = 0; i < waiting.length; i += 2) {
        const other = waiting[i];
        if (typeof other === "object" && other !== null && stamps.has(other)) hand(other, waiting[i + 1] as number);
      }
      if (position !== null && typeof value === "object" && value !== null && stamps.has(value)) hand(value, position);
      return value;
    },
    /** Arguments that are spread: their array is read, they are handed over. */
    G<T>(list: T, how: number, text: string): T {
      if (!isArray(list)) checkIterable(list, how, text, isProxy, probes.G);
      use(list);
      if (!isArray(list) || isProxy(list)) return list;
      // Elements may be getters, which are to be asked once: what they gave stands in the copy.
      const copied = natives.iteratesByItself(list);
      const given: unknown[] = copied ? [] : list;
      for (let i = 0; i < list.length; i++) {
        if (copied) given[i] = list[i] as unknown;
        const item = copied ? given[i] : (natives.getOwnPropertyDescriptor(list, i)?.value as unknown);
        if (typeof item === "object" && item !== null && stamps.has(item)) hand(item, -1);
      }
      return (copied ? given : list) as T;
    },
    /** A traced function begins while arrays are on their way: are they its parameters? No list: this is hot. */
    e(a?: unknown, b?: unknown, c?: unknown, d?: unknown): void {
      slow.claimFew(a, b, c, d);
    },
    /** The same for more parameters. */
    claims(...params: unknown[]): void {
      slow.claim(params);
    },
    /** The same with a rest array. */
    claimed(rest: unknown[], ...params: unknown[]): void {
      for (let i = 0; i < rest.length; i++) params[params.length] = rest[i];
      slow.claim(params);
    },
  };
  return probes;
}
