/**
 * Probes for a program of which a part runs without any: an addon, WebAssembly, packages that are left out. What such code
 * makes is counted where it comes out of it, to the line of the call; the classes themselves are not touched.
 *
 * These take the places of the probes of the same names, from the moment on that such code is known to be there.
 */
import type { Stamps } from "./stamps.js";

interface Probes {
  c(site: number, around: number, value: unknown): unknown;
  d(site: number, value: unknown): unknown;
  v(site: number, value: unknown): unknown;
  V(site: number, value: unknown): unknown;
  g(site: number, value: unknown): unknown;
  brings(site: number, value: unknown): unknown;
  fetches(site: number, value: unknown): unknown;
  q(site: number, around: number, value: unknown, receiver: unknown, take: number): unknown;
  r(site: number, around: number, value: unknown, receiver: unknown, take: number, nested: number): unknown;
  m(s: number, around: number, value: unknown, receiver: unknown, take: number, nested: number, id: number): unknown;
  A(site: number, before: number, value: unknown, receiver: unknown, a?: unknown, b?: unknown, c?: unknown): unknown;
}

interface Border {
  stamps: Stamps;
  outside(site: number, value: unknown, own: boolean): void;
  given(site: number, value: object, own: boolean): void;
}

export function borderProbes(within: Probes, { stamps, outside, given }: Border): Probes {
  const { c, d, v, V, g, q, r, m, A } = within;

  /** An object that was not there before: a list of instances, or what holds some. */
  const isNew = (value: unknown): value is object => typeof value === "object" && value !== null && !stamps.has(value);

  const look = (site: number, value: unknown, own: boolean, fresh: boolean): void => {
    if (fresh) given(site, value as object, own);
    else outside(site, value, own);
  };

  return {
    c(site, around, value) {
      const fresh = isNew(value);
      c(site, around, value);
      look(site, value, true, fresh);
      return value;
    },
    d(site, value) {
      const fresh = isNew(value);
      d(site, value);
      look(site, value, false, fresh);
      return value;
    },
    v(site, value) {
      const fresh = isNew(value);
      v(site, value);
      look(site, value, true, fresh);
      return value;
    },
    V(site, value) {
      V(site, value);
      outside(site, value, false);
      return value;
    },
    g(site, value) {
      g(site, value);
      outside(site, value, true);
      return value;
    },
    brings(site, value) {
      const fresh = isNew(value);
      v(site, value);
      look(site, value, true, fresh);
      return value;
    },
    fetches(site, value) {
      const fresh = isNew(value);
      V(site, value);
      look(site, value, false, fresh);
      return value;
    },
    q(site, around, value, receiver, take) {
      q(site, around, value, receiver, take);
      outside(site, value, around !== -2);
      return value;
    },
    r(site, around, value, receiver, take, nested) {
      const fresh = isNew(value);
      r(site, around, value, receiver, take, nested);
      look(site, value, around !== -2, fresh);
      return value;
    },
    m(site, around, value, receiver, take, nested, id) {
      const fresh = isNew(value);
      m(site, around, value, receiver, take, nested, id);
      look(site, value, around !== -2, fresh);
      return value;
    },
    /** What was got at without a call (a getter, a property) is seen when arithmetic is done with it. */
    A(site, before, value, receiver, a, b, c) {
      outside(site, receiver, true);
      outside(site, a, true);
      outside(site, b, true);
      return A(site, before, value, receiver, a, b, c);
    },
  };
}
