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
  // Nothing is quoted of what stands among a function's parameters.
  [(value) => (([x]) => x)(value as unknown[]), (call) => (([x]) => x)(call() as unknown[])],
  // Unless it is the call that makes a parameter's default.
  [(value) => (([x]) => x)(value as unknown[]), ($aTx) => (([x] = $aTx() as unknown[]) => x)()],
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
  if (!isNoList(value, isProxy)) return;
  const error = notIterable(value, how, text, probe);
  if (error !== null) throw error;
}

/** V8's error for it. */
export function notIterable(value: unknown, how: number, text: string, probe: (...args: never[]) => unknown): unknown {
  const taking = takings[how >> 1];
  if (taking === undefined) return null;
  return complaint(() => (how & 1 ? taking[1](() => value) : taking[0](value)), text, probe);
}

/** True when V8 is certain to refuse to iterate the value, before any code of the program's runs. */
export function isNoList(value: unknown, isProxy: (value: object) => boolean): boolean {
  if (isArray(value) || typeof value === "string") return false;
  if ((typeof value === "object" || typeof value === "function") && value !== null && hasProxy(value, isProxy)) {
    return false;
  }
  return isNotIterable(value);
}

/** What V8 says of what a pattern's property holds, where an array's pattern stands; without `text` it shows the value. */
export function notIterableInside(value: unknown, text: string | null, probe: (...args: never[]) => unknown): unknown {
  const given = { a: value as unknown[] };
  return text === null
    ? complaint(() => (({ a: [x] }) => x)(given), "", probe)
    : complaint(() => takenInside(given), text, probe);
}

function takenInside($aTx: { a: unknown[] }): unknown {
  const {
    a: [x],
  } = $aTx;
  return x;
}

/** A proxy on the way up would see the question. */
function hasProxy(value: object, isProxy: (value: object) => boolean): boolean {
  for (let at: object | null = value; at !== null; at = getPrototypeOf(at)) if (isProxy(at)) return true;
  return false;
}

/** `property`: the first that the pattern takes, null where its name is computed or it takes none; `text` as above. */
export function checkObject(
  value: null | undefined,
  property: string | null,
  text: string | null,
  probe: (...args: never[]) => unknown,
): never {
  const fail =
    text === null
      ? property === null
        ? // biome-ignore lint/correctness/noEmptyPattern: the mistake that is to be made.
          ($aTx: unknown) => (({}) => undefined)($aTx as object)
        : ($aTx: unknown) => (({ $aTp: x }) => x)($aTx as { $aTp: unknown })
      : property === null
        ? ($aTx: unknown) => {
            // biome-ignore lint/correctness/noEmptyPattern: the mistake that is to be made.
            const {} = $aTx as object;
          }
        : ($aTx: unknown) => {
            const { $aTp: x } = $aTx as { $aTp: unknown };
            return x;
          };
  const error = complaint(() => fail(value), text ?? "", probe) as Error;
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
