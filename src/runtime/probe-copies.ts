/** Copies of the hottest probes, each with what V8 has learnt for itself alone: see `trace/variants.ts`. */
import { COPIES } from "../trace/variants.js";
import { textApart, textOf } from "./probe-text.js";

export type Use = <T>(value: T) => T;
type Stamping = () => (first: number, array: unknown[]) => unknown[];

/** The class that the probes' texts belong to: what makes each of them, and what compiles a text within the class. */
export interface Templates {
  /** Uses, of `copy`: where nearly all values have a stamp, where many are no objects, and where many are objects without one. */
  using(copy: string): Use;
  guarding(copy: string): Use;
  looking(): Use;
  handing(): unknown;
  writing(): unknown;
  making(): unknown;
  operating(): unknown;
  /** For a literal or rest array: of the user's own code, where somebody else is to blame, and with a tick that was reserved. */
  literals: Stamping;
  blamedLiterals: Stamping;
  stamping: Stamping;
  /** Null where Node was told to compile no strings. */
  compiled<Probe>(texts: readonly string[]): Probe[] | null;
  /** The same in the middle of the program, for one. */
  alone<Probe>(text: string): Probe | null;
}

type Around = (use: Use) => unknown;

/** What stands around a use, by the names of the copies. */
const AROUND: Record<"u" | "w" | "N", Around> = {
  u: (use) => use,
  /** A use of `target` once `value` is there. */
  w:
    (use) =>
    <T>(value: T, target: unknown): T => {
      use(target);
      return value;
    },
  /** Another object takes the place of one that was noted; at first that is 0. */
  N:
    (use) =>
    <T>(before: unknown, value: T): T => {
      if (before !== 0) use(before);
      use(value);
      return value;
    },
};

// Their texts before the program runs, which may have a `toString` of its own.
const TEXTS = { u: `(${AROUND.u})`, w: `(${AROUND.w})`, N: `(${AROUND.N})` };

function kindOf(copy: string): keyof typeof AROUND {
  return copy[0] as keyof typeof AROUND;
}

/** By their names; `apart`: what stamps an array stays a call. */
export function copiesOf(of: Templates, apart: boolean): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  const stamping = apart ? textApart : textOf;
  const using = textOf(of.using);
  const use = (copy: string): string => `${TEXTS[kindOf(copy)]}(${using}("${copy}"))`;
  const used = (copy: string): unknown => AROUND[kindOf(copy)](of.looking());
  const same = (template: () => unknown, text = textOf(template)) => ({ text: () => `${text}()`, one: template });
  const kinds: Record<keyof typeof COPIES, { text(copy: string): string; one(copy: string): unknown }> = {
    u: { text: use, one: used },
    w: { text: use, one: used },
    N: { text: use, one: used },
    h: same(of.handing),
    a: same(of.writing),
    n: same(of.making),
    A: same(of.operating),
    l: same(of.literals, stamping(of.literals)),
    L: same(of.blamedLiterals, stamping(of.blamedLiterals)),
    s: same(of.stamping, stamping(of.stamping)),
  };
  const letters = Object.keys(kinds) as (keyof typeof COPIES)[];
  for (let k = 0; k < letters.length; k++) {
    const kind = letters[k] as keyof typeof COPIES;
    const { text, one } = kinds[kind];
    const names: string[] = [];
    const texts: string[] = [];
    for (let i = 0; i < COPIES[kind]; i++) {
      names[i] = `${kind}${i}`;
      texts[i] = text(names[i] as string);
    }
    const made = of.compiled(texts);
    // One for all, then.
    const only = made === null ? one(kind) : null;
    for (let i = 0; i < names.length; i++) all[names[i] as string] = made === null ? only : made[i];
  }
  return all;
}

/** Makes what takes the place of a copy of a use that has met strangers: objects, or values that are none. */
export function replacing(of: Templates): (copy: string, objects: boolean) => unknown {
  const guarding = textOf(of.guarding);
  const looking = textOf(of.looking);
  return (copy, objects) => {
    const kind = kindOf(copy);
    const text = `${TEXTS[kind]}(${objects ? looking : guarding}("${copy}"))`;
    return of.alone(text) ?? AROUND[kind](objects ? of.looking() : of.guarding(copy));
  };
}
