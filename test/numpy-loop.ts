/** The trace of the loop the program was born from, as the tests of `analysis` and `report` use it. */
import { TraceBuilder } from "./trace-builder.js";

export const NUMPY_LOOP_SOURCE = `class NdArray {
  readonly data: Float64Array;
  constructor(readonly shape: number[]) { this.data = new Float64Array(shape[0]! * shape[1]!); }
  mul(x: number): NdArray { const out = new NdArray(this.shape); /* … */ return out; }
}
const a = zeros(3, 3), b = ones(3, 3);
for (let i = 0; i < 1_000_000; i++) {
  a.iadd(b.mul(i));
}
console.log(a.data);
`;

/** Two arrays that are kept, and a temporary in each of a million iterations. */
export function numpyLoop(): TraceBuilder {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", {
    loops: [{ line: 7, endLine: 9, iterations: 1_000_000 }],
    sites: [
      { line: 4, column: 41, text: "new NdArray(this.shape)", kind: "new", fn: "NdArray.mul" },
      { line: 6, column: 11, text: "zeros(3, 3)" },
      { line: 6, column: 28, text: "ones(3, 3)" },
      { line: 8, column: 12, endColumn: 18, text: "b.mul(i)", loop: 0 },
    ],
  });
  const matrix = { type: "NdArray", size: "3×3" };
  return trace
    .made(site(1), { ...matrix, allocated: 1, objects: 2, needed: 1, bytes: 72, lifetimeSum: 1_000_001 })
    .made(site(2), { ...matrix, allocated: 1, objects: 2, needed: 1, bytes: 72, lifetimeSum: 1_000_000 })
    .made(
      site(0),
      {
        ...matrix,
        allocated: 1_000_000,
        objects: 2_000_000,
        needed: 1,
        bytes: 72_000_000,
        lifetimeSum: 0,
        lifetimeMax: 0,
      },
      site(3),
    );
}
