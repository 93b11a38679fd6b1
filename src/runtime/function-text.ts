/**
 * `Function.prototype.toString` gives the text that the program was written in, not the one with our probes: programs
 * compile such texts again, elsewhere, and compare them.
 *
 * Where the text is stands in comments that the instrumenter puts into bodies (`instrument/function-text.ts`). Functions
 * inside have comments of their own; the function's own is the one whose stretch holds all the others.
 */
import type { Registry } from "./registry.js";
import { wrappedMethods } from "./wrap.js";

/** Text of a file as it was when it was probed, null when it cannot be had any more. */
export type SourceOf = (path: string) => string | null;

/** Text of a function, as `native`, a realm's own `Function.prototype.toString`, would give it without our probes. */
export type FunctionText = (native: unknown, of: unknown) => string;

interface Mark {
  /** Number of the file's first site, and where the function's text is in its source. */
  file: number;
  from: number;
  to: number;
  /** So many parameters, from the first on, hold what is handed over as it is. */
  takes: number;
}

const { apply } = Reflect;
const { exec } = RegExp.prototype;

/** What the instrumenter says of a function at the beginning of its body, from the function's text; null where there are no probes in it. */
export function ownMark(text: string): Mark | null {
  const marks = /\/\*\$aT:(0x[0-9a-f]+):(\d+)-(\d+)(?::(\d+))?\*\//g;
  let own: Mark | null = null;
  for (let mark = apply(exec, marks, [text]); mark !== null; mark = apply(exec, marks, [text])) {
    const from = Number(mark[2]);
    const to = Number(mark[3]);
    if (own !== null && (from > own.from || (from === own.from && to < own.to))) continue;
    own = { file: Number(mark[1]), from, to, takes: Number(mark[4] ?? 0) };
  }
  return own;
}

/** `standIns`: functions of ours in the places of natives, whose text they give. */
export function restoreFunctionText(
  registry: Registry,
  sourceOf: SourceOf,
  standIns: [object, object][],
): FunctionText {
  const descriptor = Object.getOwnPropertyDescriptor(Function.prototype, "toString") as PropertyDescriptor;
  const native = descriptor.value as () => string;
  const { includes, slice } = String.prototype;

  function original(text: string): string | null {
    const mark = ownMark(text);
    const source = mark === null ? null : registry.sourceOf(mark.file, sourceOf);
    return source === null ? null : apply(slice, source, [mark?.from, mark?.to]);
  }

  const textOf = (by: unknown, of: unknown): string => {
    for (let i = 0; i < standIns.length; i++) {
      // No pattern: the program may have put an iterator of its own into arrays.
      const pair = standIns[i] as [object, object];
      if (of === pair[0]) return apply(by as typeof native, pair[1], []);
    }
    const behind = typeof of === "function" ? wrappedMethods.get(of) : undefined;
    const text = apply(by as typeof native, behind ?? of, []);
    return apply(includes, text, ["/*$aT:"]) ? (original(text) ?? text) : text;
  };
  // A method has no `prototype` and cannot be constructed, as the native one.
  const holder = {
    toString(this: unknown): string {
      return textOf(native, this === holder.toString ? native : this);
    },
  };
  Object.defineProperty(Function.prototype, "toString", { ...descriptor, value: holder.toString });
  return textOf;
}
