/** Fractions of whole numbers, and systems of linear equations over them: what is exact stays exact. */

/** `bottom` is above 0, and the two have no common divisor. */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

export function fraction(top: bigint, bottom = 1n): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = commonDivisor(top < 0n ? -top : top, bottom * sign) || 1n;
  return { top: (top * sign) / divisor, bottom: (bottom * sign) / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

export function isZero({ top }: Fraction): boolean {
  return top === 0n;
}

/** `sum + a × b`. */
export function addTo(sum: Fraction, a: Fraction, b: Fraction = fraction(0n)): Fraction {
  const product = { top: a.top * b.top, bottom: a.bottom * b.bottom };
  return fraction(sum.top * product.bottom + product.top * sum.bottom, sum.bottom * product.bottom);
}

/**
 * Gauss-Jordan elimination. Each row has the coefficients of one equation, then its right side.
 * @returns one value for each unknown, or null when there is not exactly one solution
 */
export function solve(equations: readonly (readonly Fraction[])[]): Fraction[] | null {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows.findIndex((row, index) => index >= column && !isZero(row[column] ?? fraction(0n)));
    const found = rows[pivot];
    const here = rows[column];
    if (found === undefined || here === undefined) return null;
    rows[pivot] = here;
    const head = found[column] ?? fraction(1n);
    const scaled = found.map(({ top, bottom }) => fraction(top * head.bottom, bottom * head.top));
    rows[column] = scaled;
    for (let other = 0; other < size; other++) {
      const row = rows[other];
      const factor = row?.[column];
      if (other === column || row === undefined || factor === undefined || isZero(factor)) continue;
      const less = { top: -factor.top, bottom: factor.bottom };
      rows[other] = row.map((value, index) => addTo(value, less, scaled[index]));
    }
  }
  return rows.map((row) => row[size] ?? fraction(0n));
}
