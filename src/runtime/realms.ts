/**
 * Other realms (`vm` contexts): what their code calls is this realm's, so that a stamp is the same everywhere; errors that
 * the probes throw in V8's place are of the realm that runs.
 */
import type { FunctionText } from "./function-text.js";
import { addBuiltin, builtinPrototypes, nativeCalls } from "./intrinsics.js";

/** A realm's own intrinsics. */
export interface Realm {
  /** Gives the realm's scripts their name for the probes. */
  name(probes: object): void;
  evaluate: object | null;
  functions: object[];
  /** Constructors that are known by what they are. */
  holders: object[];
  typeError: object;
  functionPrototype: object;
  /** A holder of a `toString` of that realm, which asks `text`. */
  holderOf(text: (own: object, of: unknown) => string): { toString: unknown };
}

type Throwing = "o" | "O" | "G" | "K" | "f";
const MENDED: readonly Throwing[] = ["o", "O", "G"];
const ANSWERING: readonly Throwing[] = ["f", "K"];
type Probes = { [name in Throwing]: (...args: never[]) => unknown };

const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;
const ownTypeError = TypeError.prototype;

export function enterRealm(realm: Realm, probes: Probes, functionText: FunctionText): void {
  const mend = (error: unknown): unknown => {
    if (typeof error === "object" && error !== null && getPrototypeOf(error) === ownTypeError)
      setPrototypeOf(error, realm.typeError);
    return error;
  };
  const mended = <Probe extends (...args: never[]) => unknown>(probe: Probe): Probe =>
    function (this: unknown, ...args: never[]): unknown {
      try {
        return apply(probe, this, args);
      } catch (error) {
        throw mend(error);
      }
    } as Probe;
  const own = Object.create(probes) as Probes;
  for (let i = 0; i < MENDED.length; i++) {
    const name = MENDED[i] as Throwing;
    own[name] = mended(probes[name]);
  }
  // Those two answer with a function that throws when it is called.
  for (let i = 0; i < ANSWERING.length; i++) {
    const name = ANSWERING[i] as Throwing;
    own[name] = (...args: never[]) => {
      const answer = apply(probes[name], probes, args) as unknown;
      return answer === args[0] || typeof args[0] === "function" ? answer : mended(answer as () => unknown);
    };
  }
  for (let i = 0; i < realm.holders.length; i++) {
    const holder = realm.holders[i] as object;
    addBuiltin(holder);
    const prototype = getOwnPropertyDescriptor(holder, "prototype")?.value as unknown;
    if (typeof prototype !== "object" || prototype === null) continue;
    addBuiltin(prototype);
    builtinPrototypes.add(prototype);
  }
  nativeCalls.add(getOwnPropertyDescriptor(realm.functionPrototype, "call")?.value as object);
  const descriptor = getOwnPropertyDescriptor(realm.functionPrototype, "toString");
  const native = descriptor?.value as unknown;
  if (typeof native === "function") {
    const holder = realm.holderOf((self, of) => functionText(native, of === self ? native : of));
    defineProperty(realm.functionPrototype, "toString", { ...descriptor, value: holder.toString });
  }
  realm.name(own);
}
