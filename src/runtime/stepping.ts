/** Iterators and generators: whose they are, and what a native's iterator makes and reads at every step. */
import {
  arrayIteratorPrototype,
  asyncGeneratorPrototype,
  generatorPrototype,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  stepwise,
} from "./intrinsics.js";
import type { Stamps } from "./stamps.js";

const { apply } = Reflect;
const iterator: typeof Symbol.iterator = Symbol.iterator;

interface Stepping {
  stamps: Stamps;
  isProxy(value: object): boolean;
  fresh(site: number, value: object, own: boolean, id: number, sure: boolean): void;
  useStamped(value: object): void;
}

export function makeStepping({ stamps, isProxy, fresh, useStamped }: Stepping) {
  /** A generator function takes its parameters when it is called and runs later. */
  function isGenerator(value: unknown): boolean {
    if (typeof value !== "object" || value === null || isProxy(value)) return false;
    const prototype = getPrototypeOf(value);
    const above = prototype === null ? null : getPrototypeOf(prototype);
    return above === generatorPrototype || above === asyncGeneratorPrototype;
  }

  /** The pair that a Map's iterator has made, in the answer to `next()`. */
  function stepped(site: number, own: boolean, step: unknown): void {
    if (typeof step !== "object" || step === null || isProxy(step)) return;
    const value = getOwnPropertyDescriptor(step, "value")?.value as unknown;
    if (typeof value === "object" && value !== null && isArray(value) && !stamps.has(value))
      fresh(site, value, own, 0, false);
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
    return isArray(iterable) || isView(iterable) ? bySteps(site, own, iterable) : taken(site, own, iterable);
  }

  /** What a pattern or a list of arguments goes through, where it may be something that makes a pair at every step. */
  function taken(site: number, own: boolean, iterable: unknown): unknown {
    if (typeof iterable !== "object" || iterable === null || isArray(iterable) || isProxy(iterable)) return iterable;
    return stepwise.has(getPrototypeOf(iterable) as object) ? bySteps(site, own, iterable) : iterable;
  }

  function bySteps(site: number, own: boolean, iterable: object): unknown {
    return {
      [iterator]() {
        const steps = (iterable as Iterable<unknown>)[iterator]();
        return {
          next(...args: [] | [undefined]) {
            const step = apply(steps.next, steps, args);
            useStamped(iterable);
            stepped(site, own, step);
            return step;
          },
        };
      },
    };
  }

  return { isGenerator, isIterator, stepped, taken, delegated };
}
