/**
 * Functions of a dependency that are handed to one of the host's queues by name (`p.then(this.f)`, `setTimeout(run)`): they
 * go on for the line that the dependency was called by.
 *
 * The breadcrumb travels in a function around it. Nobody but the queue gets hold of that, so it is made where the queue is
 * certainly the host's own: a promise's `then` as it was, a timer's function as it was.
 */
import { OwnWeakSet } from "./collections.js";
import { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } from "./intrinsics.js";
import { isNative } from "./opaque.js";
import type { State } from "./slow-context.js";
import { wrappedMethods } from "./wrap.js";

const { apply, defineProperty } = Reflect;
const functionPrototype = Function.prototype;
const SHOWN = ["name", "length"];

/** `setTimeout` gives an object that shows the function; a promise, or a list of jobs, keeps it to itself. */
function isTimer(name: string): boolean {
  return name[0] === "s" && name[1] === "e";
}

/** None that prints as something else: async functions, classes, those with properties of their own. */
function isOrdinary(value: object): boolean {
  if (getPrototypeOf(value) !== functionPrototype) return false;
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== "name" && key !== "length" && key !== "prototype" && key !== "arguments" && key !== "caller")
      return false;
  }
  return true;
}

const { then: nativeThen } = Promise.prototype;
/** These call `then`, which may be another one. */
const { catch: nativeCatch, finally: nativeFinally } = Promise.prototype;

/** Functions that call later what they are given. */
const queues = new OwnWeakSet<object>([nativeThen]);

export function addQueue(queue: object): void {
  queues.add(queue);
}

export function makeQueued(state: State, isProxy: (value: object) => boolean) {
  /** The method that a call of that name reaches; nothing where asking could be noticed. */
  function methodOf(receiver: object, name: string): unknown {
    for (let at: object | null = receiver; at !== null && !isProxy(at); at = getPrototypeOf(at)) {
      const descriptor = getOwnPropertyDescriptor(at, name);
      if (descriptor !== undefined) return descriptor.value;
    }
    return undefined;
  }

  function isQueue(receiver: unknown, name: string): boolean {
    if (typeof receiver === "function" && queues.has(receiver)) return true;
    if (typeof receiver !== "object" || receiver === null) return false;
    let method = methodOf(receiver, name);
    if (method === nativeCatch || method === nativeFinally) method = methodOf(receiver, "then");
    return typeof method === "function" && queues.has(method);
  }

  return (receiver: unknown, name: string, value: unknown): unknown => {
    // V8 follows a promise's own functions to tell of whom an asynchronous error is.
    if (typeof value !== "function" || isProxy(value) || isNative(value) || !isQueue(receiver, name)) return value;
    if (isTimer(name) && !isOrdinary(value)) return value;
    const crumb = state.blame;
    // No proxy: a timer shows what it holds.
    const carrier = function (this: unknown, ...args: unknown[]): unknown {
      state.blame = crumb;
      const key = typeof this === "object" && this !== null ? keyOf(this, carrier) : undefined;
      if (key === undefined) return apply(value, this, args);
      const holder = this as Record<PropertyKey, unknown>;
      holder[key] = value;
      try {
        return apply(value, this, args) as unknown;
      } finally {
        // It may be called once more, or have been taken out.
        if (holder[key] === value) holder[key] = carrier;
      }
    };
    for (let i = 0; i < SHOWN.length; i++) {
      const descriptor = getOwnPropertyDescriptor(value, SHOWN[i] as string);
      if (descriptor !== undefined) defineProperty(carrier, SHOWN[i] as string, descriptor);
    }
    wrappedMethods.set(carrier, value);
    return carrier;
  };

  /** A timer holds what it calls: a stack trace names the property ("[as _onTimeout]") if the function is found there. */
  function keyOf(self: object, held: object): PropertyKey | undefined {
    if (isProxy(self)) return undefined;
    const keys = ownKeys(self);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      const descriptor = getOwnPropertyDescriptor(self, key);
      if (descriptor?.value === held && descriptor.writable === true) return key;
    }
    return undefined;
  }
}
