/**
 * A function that a constructor puts together of pieces: parameters and body are probed as one text, which is then taken
 * to pieces again. ECMA-262, CreateDynamicFunction.
 */
import type { EmittedText } from "./emit.js";

export interface Pieces {
  /** The whole as V8 puts it together, in parentheses. */
  whole: string;
  /** Where each parameter and at last the body begins and ends in it. */
  spans: [from: number, to: number][];
}

/** `head`: `function` and its like; `name` as V8 has it. */
export function join(head: string, params: string[], body: string, separator: string, gap: string): Pieces {
  let whole = `(${head}(`;
  const spans: [number, number][] = [];
  params.forEach((param, i) => {
    if (i > 0) whole += separator;
    spans.push([whole.length, whole.length + param.length]);
    whole += param;
  });
  whole += `${gap}) {\n`;
  spans.push([whole.length, whole.length + body.length]);
  return { whole: `${whole}${body}\n})`, spans };
}

/** The probed pieces, null where what stands between them is not as it was. */
export function part({ spans }: Pieces, { code, slices }: EmittedText): string[] | null {
  const pieces: string[] = [];
  for (const [from, to] of spans) {
    // What is put at a piece's edge belongs to it: the signs around it are the constructor's.
    const before = emittedAt(slices, from - 1);
    const after = emittedAt(slices, to);
    if (before < 0 || after < 0) return null;
    pieces.push(code.slice(before + 1, after));
  }
  return pieces;
}

/** Offset in the emitted text of what stands at `offset` in the source, -1 where it was left out. */
export function emittedAt(slices: Int32Array, offset: number): number {
  for (let i = 0; i < slices.length; i += 3) {
    const from = slices[i + 1] as number;
    if (offset >= from && offset < from + (slices[i + 2] as number)) return (slices[i] as number) + offset - from;
  }
  return -1;
}

/** The same for a piece of both texts alone. */
export function slicesWithin(slices: Int32Array, emittedFrom: number, from: number, to: number): Int32Array {
  const out: number[] = [];
  for (let i = 0; i < slices.length; i += 3) {
    const start = Math.max(from, slices[i + 1] as number);
    const end = Math.min(to, (slices[i + 1] as number) + (slices[i + 2] as number));
    if (end <= start) continue;
    out.push((slices[i] as number) + start - (slices[i + 1] as number) - emittedFrom, start - from, end - start);
  }
  return Int32Array.from(out);
}
