/**
 * How exact counts grow with the size of the input: the law that fits all of them exactly, or the word that none does.
 *
 * Nothing is estimated by regression. A law with k coefficients is solved from k points in fractions of whole numbers,
 * and must then give every other point to the last array; so at least one point more than coefficients is needed.
 */
import type { GrowthKind } from "../report/finding.js";
import { addTo, type Fraction, fraction, isZero, solve } from "./fraction.js";

export interface Point {
  /** A whole number from 1 up. */
  n: number;
  value: number;
}

export interface Growth {
  kind: GrowthKind;
  /** `2*N + 3`; for an unknown law what can be said without one. */
  text: string;
  /** The law gives every point to the last array. */
  exact: boolean;
  /** The law's value; null when there is none. */
  at: ((n: number) => number) | null;
}

/** What a coefficient is multiplied by, as a whole number at the sizes that were run. */
interface Basis {
  name: string;
  /** Null at a size where it is no whole number. */
  at(n: number): number | null;
}

interface Family {
  kind: GrowthKind;
  bases: Basis[];
}

/** The slowest law that fits. Points are sorted by size, their sizes distinct. */
export function growthOf(points: readonly Point[], name: string): Growth {
  for (const family of families(points, name)) {
    const growth = fitted(family, points, name);
    if (growth !== null) return growth;
  }
  return { kind: "unknown", text: exponents(points, name), exact: false, at: null };
}

function families(points: readonly Point[], name: string): Family[] {
  const first = points[0]?.n ?? 1;
  const one: Basis = { name: "", at: () => 1 };
  const power = (exponent: number): Basis => ({
    name: exponent === 1 ? name : `${name}^${exponent}`,
    at: (n) => n ** exponent,
  });
  // For sizes that double, log2(N/first) is a whole number; any other logarithm of N differs by a linear term.
  const doublings = (n: number): number | null =>
    Number.isInteger(Math.log2(n / first)) ? Math.log2(n / first) : null;
  const log: Basis = { name: first === 1 ? `log2(${name})` : `log2(${name}/${first})`, at: doublings };
  const nLog: Basis = { name: `${name}*${log.name}`, at: (n) => nTimes(n, doublings(n)) };
  const floorLog: Basis = { name: `floor(log2(${name}))`, at: (n) => Math.floor(Math.log2(n)) };
  const nFloorLog: Basis = { name: `${name}*${floorLog.name}`, at: (n) => n * Math.floor(Math.log2(n)) };
  return [
    { kind: "constant", bases: [one] },
    { kind: "logarithmic", bases: [log, one] },
    { kind: "logarithmic", bases: [floorLog, one] },
    { kind: "linear", bases: [power(1), one] },
    { kind: "n log n", bases: [nLog, power(1), one] },
    { kind: "n log n", bases: [nFloorLog, power(1), one] },
    { kind: "quadratic", bases: [power(2), power(1), one] },
    { kind: "cubic", bases: [power(3), power(2), power(1), one] },
  ];
}

function nTimes(n: number, log: number | null): number | null {
  return log === null ? null : n * log;
}

function fitted({ kind, bases }: Family, points: readonly Point[], name: string): Growth | null {
  if (points.length <= bases.length) return null;
  const rows: Fraction[][] = [];
  for (const { n, value } of points) {
    const row: Fraction[] = [];
    for (const basis of bases) {
      const at = basis.at(n);
      if (at === null || !Number.isSafeInteger(at)) return null;
      row.push(fraction(BigInt(at)));
    }
    rows.push([...row, fraction(BigInt(value))]);
  }
  const solution = solve(rows.slice(0, bases.length));
  if (solution === null || !rows.every((row) => holds(row, solution))) return null;
  const terms = bases.map((basis, index) => ({ basis, coefficient: solution[index] ?? fraction(0n) }));
  const at = (n: number): number =>
    terms.reduce((sum, { basis, coefficient }) => {
      return sum + (Number(coefficient.top) / Number(coefficient.bottom)) * continuous(basis, n, points);
    }, 0);
  return { kind, text: lawText(terms), exact: true, at: kind === "unknown" || name === "" ? null : at };
}

function holds(row: readonly Fraction[], solution: readonly Fraction[]): boolean {
  const sum = solution.reduce((total, coefficient, index) => addTo(total, coefficient, row[index]), fraction(0n));
  const value = row[solution.length];
  return value !== undefined && sum.top * value.bottom === value.top * sum.bottom;
}

/** Between the sizes that were run the logarithm is no whole number, and the law still has a value. */
function continuous(basis: Basis, n: number, points: readonly Point[]): number {
  const whole = basis.at(n);
  if (whole !== null) return whole;
  const log = Math.log2(n / (points[0]?.n ?? 1));
  return basis.name.startsWith("log2") ? log : n * log;
}

function lawText(terms: readonly { basis: Basis; coefficient: Fraction }[]): string {
  let text = "";
  for (const { basis, coefficient } of terms) {
    if (isZero(coefficient)) continue;
    const negative = coefficient.top < 0n;
    const top = negative ? -coefficient.top : coefficient.top;
    const factor = top === 1n && basis.name !== "" ? "" : String(top);
    const product = [factor, basis.name].filter((part) => part !== "").join("*");
    const term = coefficient.bottom === 1n ? product : `${product}/${coefficient.bottom}`;
    if (text === "") text = negative ? `-${term}` : term;
    else text += negative ? ` - ${term}` : ` + ${term}`;
  }
  return text === "" ? "0" : text;
}

/** How steep it is from the first size to the last, where no law holds. */
function exponents(points: readonly Point[], name: string): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return "one size says nothing of growth";
  if (first.value === 0 || last.value === 0) return "no law holds for all sizes";
  const steepness = Math.log(last.value / first.value) / Math.log(last.n / first.n);
  return `about ${name}^${steepness.toFixed(2)}, but no law holds for all sizes`;
}
