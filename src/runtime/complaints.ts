/**
 * What V8 would have said. It quotes the expression that holds a wrong value, and where a probe stands around that
 * expression it would quote the probe; so the value is checked first, and V8's own words for the same mistake, made with
 * a name of ours, are taken with the quoted text in the name's place.
 */
import { getOwnPropertyDescriptor, getPrototypeOf, isArray } from "./intrinsics.js";

/** What is done with a value that should be iterable. */
type Taking = (value: unknown) => unknown;

const none = (..._: unknown[]): void => undefined;

/** By {@link HOW}, for an expression that is no call; then for the result of a call. */
const takings: [Taking, (call: () => unknown) => unknown][] = [
  [
    ($aTx) => {
      const [x] = $aTx as unknown[];
      return x;
    },
    ($aTx) => {
      const [x] = $aTx() as unknown[];
      return x;
    },
  ],
  [($aTx) => [...($aTx as unknown[])], ($aTx) => [...($aTx() as unknown[])]],
  [($aTx) => none(...($aTx as unknown[])), ($aTx) => none(...($aTx() as unknown[]))],
  [($aTx) => none(...($aTx as unknown[]), 1), ($aTx) => none(...($aTx() as unknown[]), 1)],
  [
    ($aTx) => {
      for (const x of $aTx as unknown[]) return x;
    },
    ($aTx) => {
      for (const x of $aTx() as unknown[]) return x;
    },
  ],
];

const { apply } = Reflect;
const { replace } = String.prototype;
const { captureStackTrace } = Error;
const { iterator } = Symbol;

/** True when taking the value as an iterable is certain to fail before any code of the program's runs. */
function isNotIterable(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return false;
  let at: object | null = Object(value) as object;
  for (; at !== null; at = getPrototypeOf(at)) {
    const found = getOwnPropertyDescriptor(at, iterator);
    if (found === undefined) continue;
    if (!("value" in found)) return false;
    return typeof found.value !== "function";
  }
  return true;
}

/** The error of `fail`, with `text` for the name that it quotes. */
function complaint(fail: () => unknown, text: string, probe: (...args: never[]) => unknown): unknown {
  try {
    fail();
  } catch (error) {
    const { message } = error as Error;
    const mended = new TypeError(apply(replace, message, [/\$aTx/g, () => text]));
    captureStackTrace(mended, probe);
    return mended;
  }
  return null;
}

/** `how`: what is done with `value`, odd where it is the result of a call; `text`: how V8 quotes it. */
export function checkIterable(
  value: unknown,
  how: number,
  text: string,
  isProxy: (value: object) => boolean,
  probe: (...args: never[]) => unknown,
): void {
  if (isArray(value) || typeof value === "string") return;
  if ((typeof value === "object" || typeof value === "function") && value !== null && hasProxy(value, isProxy)) return;
  if (!isNotIterable(value)) return;
  const taking = takings[how >> 1];
  if (taking === undefined) return;
  const error = complaint(() => (how & 1 ? taking[1](() => value) : taking[0](value)), text, probe);
  if (error !== null) throw error;
}

/** A proxy on the way up would see the question. */
function hasProxy(value: object, isProxy: (value: object) => boolean): boolean {
  for (let at: object | null = value; at !== null; at = getPrototypeOf(at)) if (isProxy(at)) return true;
  return false;
}

/** `property`: the first that the pattern takes, null where its name is computed or it takes none. */
export function checkObject(
  value: null | undefined,
  property: string | null,
  text: string,
  probe: (...args: never[]) => unknown,
): never {
  const fail =
    property === null
      ? ($aTx: unknown) => {
          // biome-ignore lint/correctness/noEmptyPattern: the mistake that is to be made.
          const {} = $aTx as object;
        }
      : ($aTx: unknown) => {
          const { $aTp: x } = $aTx as { $aTp: unknown };
          return x;
        };
  const error = complaint(() => fail(value), text, probe) as Error;
  if (property !== null) {
    const message = apply(replace, error.message, [/\$aTp/, () => property]);
    Object.defineProperty(error, "message", { value: message, configurable: true, writable: true, enumerable: false });
    captureStackTrace(error, probe);
  }
  throw error;
}

const idle: ProxyHandler<() => void> = { construct: () => ({}) };

/** `value` itself when it can be constructed, else what throws as V8 does, after the arguments were evaluated. */
export function constructible(value: unknown, text: string): unknown {
  if (typeof value === "function") {
    try {
      new (new Proxy(value as () => void, idle) as unknown as new () => object)();
      return value;
    } catch {
      // It is none; V8 says so below.
    }
  }
  return function thrower(): never {
    const error = new TypeError(`${text} is not a constructor`);
    captureStackTrace(error, thrower);
    throw error;
  };
}
