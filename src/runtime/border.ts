/**
 * Probes for a program of which a part runs without any: an addon, WebAssembly, packages that are left out. What such code
 * makes is counted where it comes out of it, to the line of the call; the classes themselves are not touched.
 *
 * These take the places of the probes of the same names, from the moment on that such code is known to be there.
 */
import { isArray } from "./intrinsics.js";
import type { Stamps } from "./stamps.js";

interface Probes {
  c(site: number, around: number, value: unknown): unknown;
  d(site: number, value: unknown): unknown;
  v(site: number, value: unknown): unknown;
  V(site: number, value: unknown): unknown;
  g(site: number, value: unknown): unknown;
  J(site: number, around: number, value: unknown): unknown;
  q(site: number, around: number, value: unknown, receiver: unknown, take: number): unknown;
  r(site: number, around: number, value: unknown, receiver: unknown, take: number, nested: number): unknown;
  m(s: number, around: number, value: unknown, receiver: unknown, take: number, nested: number, id: number): unknown;
  A(site: number, before: number, value: unknown, receiver: unknown, a?: unknown, b?: unknown, c?: unknown): unknown;
}

interface Border {
  stamps: Stamps;
  outside(site: number, value: unknown, own: boolean): void;
}

export function borderProbes(within: Probes, { stamps, outside }: Border): Probes {
  const { c, d, v, V, g, J, q, r, m, A } = within;

  /** A list that was not there before: it may be of instances. */
  const isNewList = (value: unknown): value is unknown[] =>
    typeof value === "object" && value !== null && isArray(value) && !stamps.has(value);

  const look = (site: number, value: unknown, own: boolean, list: boolean): void => {
    if (!list) outside(site, value, own);
    else for (let i = 0; i < (value as unknown[]).length; i++) outside(site, (value as unknown[])[i], own);
  };

  return {
    c(site, around, value) {
      const list = isNewList(value);
      c(site, around, value);
      look(site, value, true, list);
      return value;
    },
    d(site, value) {
      const list = isNewList(value);
      d(site, value);
      look(site, value, false, list);
      return value;
    },
    v(site, value) {
      const list = isNewList(value);
      v(site, value);
      look(site, value, true, list);
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
    J(site, around, value) {
      J(site, around, value);
      outside(site, value, false);
      return value;
    },
    q(site, around, value, receiver, take) {
      q(site, around, value, receiver, take);
      outside(site, value, around !== -2);
      return value;
    },
    r(site, around, value, receiver, take, nested) {
      const list = isNewList(value);
      r(site, around, value, receiver, take, nested);
      look(site, value, around !== -2, list);
      return value;
    },
    m(site, around, value, receiver, take, nested, id) {
      const list = isNewList(value);
      m(site, around, value, receiver, take, nested, id);
      look(site, value, around !== -2, list);
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
