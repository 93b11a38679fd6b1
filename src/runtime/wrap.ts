/**
 * Modules that the user has asked for by name (`--wrap lib:Matrix`) because their code cannot be probed: what their classes'
 * arithmetic takes and gives is counted wherever it is called from, their own code included.
 *
 * The methods are put behind proxies where they stand, with the properties' attributes as they were. A class is not: two
 * objects that stand for it (`m.constructor`, and what a module exports) could be told apart, inside of the module at the
 * latest, and a static method could not read its class's private fields through a proxy.
 */

import { doesArithmetic, isOperation } from "../trace/arithmetic.js";
import { OwnSet, OwnWeakMap, OwnWeakSet } from "./collections.js";
import { getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, ownKeys } from "./intrinsics.js";

const { apply, defineProperty } = Reflect;
const { toString: objectText } = Object.prototype;

export interface Wrapping {
  isProxy(value: object): boolean;
  /** Instances of this prototype are array objects, whatever they look like. */
  want(prototype: object): void;
  /** A wrapped method has got this, or given it. */
  met(value: unknown): void;
}

/** What stands behind the proxies of ours. */
export const wrappedMethods = new OwnWeakMap<object, object>();

export function makeWrap({ isProxy, want, met }: Wrapping) {
  const done = new OwnWeakSet<object>();
  /** What was asked for, and what was found: `lib`, `lib:Matrix`. */
  const seen = new OwnSet<string>();
  const proxies = new OwnWeakMap<object, object>();

  function behindProxy(method: object): object {
    let proxy = proxies.get(method);
    if (proxy === undefined) {
      proxy = new Proxy(method as (...args: unknown[]) => unknown, {
        apply(target, receiver, args) {
          // Code without probes may have made its operands, too.
          met(receiver);
          for (let i = 0; i < args.length; i++) met(args[i]);
          const value: unknown = apply(target, receiver, args);
          met(value);
          return value;
        },
      });
      proxies.set(method, proxy);
      wrappedMethods.set(proxy, method);
    }
    return proxy;
  }

  function wrapMethods(holder: object, wanted: (name: string) => boolean): void {
    const keys = ownKeys(holder);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      const descriptor = getOwnPropertyDescriptor(holder, key);
      if (typeof key !== "string" || key === "constructor" || !wanted(key)) continue;
      const method = descriptor?.value as unknown;
      if (typeof method !== "function" || descriptor?.configurable !== true || isProxy(method)) continue;
      // A class that is a property of another stays what it is.
      if (getOwnPropertyDescriptor(method, "prototype")?.writable === false) continue;
      defineProperty(holder, key, { ...descriptor, value: behindProxy(method) });
    }
  }

  /** `named`: the user has asked for this very export. */
  function wrapClass(made: object, named: boolean): void {
    if (done.has(made) || isProxy(made)) return;
    const prototype = getOwnPropertyDescriptor(made, "prototype")?.value as unknown;
    if (typeof prototype !== "object" || prototype === null || isProxy(prototype)) return;
    if (!named && !doesArithmetic(namesOf(prototype))) return;
    done.add(made);
    want(prototype);
    wrapMethods(made, () => true);
    for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = getPrototypeOf(at)) {
      if (done.has(at)) continue;
      done.add(at);
      wrapMethods(at, isOperation);
    }
  }

  let at = "";

  function wrapExport(only: string, name: string, value: object): void {
    const named = only !== "" && isIn(name, only);
    if (named) seen.add(`${at}:${name}`);
    wrapClass(value, named);
  }

  /** Of a module's namespace, an object of exports, or one export. */
  function wrap(only: string, name: string, value: unknown): void {
    if (typeof value === "function") wrapExport(only, name, value);
    const holds = name === "*" || name === "default" || name === "module.exports";
    if (!holds || (typeof value !== "object" && typeof value !== "function") || value === null || isProxy(value))
      return;
    if (isArray(value) || isView(value)) return;
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      if (typeof key !== "string" || (only !== "" && key !== "default" && !isIn(key, only))) continue;
      const inner = exportOf(value, key);
      if (typeof inner === "function") wrapExport(only, key, inner);
      else if (key === "default" && name !== "default") wrap(only, "default", inner);
    }
  }

  return {
    seen,
    required<Value>(module: string, only: string, value: Value): Value {
      at = module;
      seen.add(module);
      wrap(only, "module.exports", value);
      return value;
    },
    imports(module: string, only: string, read: () => Record<string, unknown>): void {
      at = module;
      seen.add(module);
      let all: Record<string, unknown>;
      try {
        all = read();
      } catch {
        // Modules that import each other: this one comes first, and there is nothing yet.
        return;
      }
      const names = ownKeys(all);
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        if (only === "" || name === "*" || name === "default" || isIn(name, only)) wrap(only, name, all[name]);
      }
    },
  };
}

/** Compilers write exports as getters; those of a module's namespace throw before they have a value. */
function exportOf(holder: object, key: string): unknown {
  try {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (descriptor?.get === undefined) return descriptor?.value;
    return apply(objectText, holder, []) === "[object Object]" ? (holder as Record<string, unknown>)[key] : undefined;
  } catch {
    return undefined;
  }
}

function namesOf(prototype: object): string[] {
  const names: string[] = [];
  for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = getPrototypeOf(at)) {
    const keys = ownKeys(at);
    for (let i = 0; i < keys.length; i++) if (typeof keys[i] === "string") names[names.length] = keys[i] as string;
  }
  return names;
}

/** Whether a list with spaces between its words has this one. */
function isIn(word: string, list: string): boolean {
  let at = "";
  for (let i = 0; i <= list.length; i++) {
    if (i < list.length && list[i] !== " ") at += list[i];
    else if (at === word) return true;
    else at = "";
  }
  return false;
}
