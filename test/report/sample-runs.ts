/** Reports that the tests of the text format draw, with their sources. */
import { analyse } from "../../src/analysis/index.js";
import type { Report } from "../../src/report/report.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { CWD, TraceBuilder } from "../trace-builder.js";

export function reportOf(...traces: ThreadTrace[]): Report {
  return analyse(traces, { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0" });
}

/** The loop mended by hand: three arrays, all kept. */
export function scratchLoop(): Report {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", {
    sites: [
      { line: 1, column: 11, text: "zeros(3, 3)" },
      { line: 1, column: 28, text: "ones(3, 3)" },
      { line: 2, column: 17, text: "zeros(3, 3)" },
    ],
  });
  for (const index of [0, 1, 2]) {
    trace.made(site(index), { type: "NdArray", size: "3×3", allocated: 1, objects: 2, bytes: 72 });
  }
  return reportOf(trace.build());
}

export const MIXED_SOURCES: Record<string, string> = {
  "src/particles/integrate.ts": `export function step(world: World, dt: number): void {
  for (const body of world.bodies) {
    const pull = world.bodies
      .filter((other) => other !== body)
      .map((other) => force(body, other))
      .reduce((sum, f) => sum.add(f), ZERO);
\tbody.velocity = body.velocity.add(pull.scale(dt)); // 速度を更新する (\u001b[31mred\u001b[0m)
  }
}
`,
  "vendor/all.min.js": `${"var a=1;".repeat(300)}function q(n){for(;n--;)h([n,n+1])}${"var z=2;".repeat(300)}`,
};

/** Several files, a multi-line chain, a minified file, a tab, wide characters, escapes, a bound and an uncaught error. */
export function mixedRun(): Report {
  const trace = new TraceBuilder();
  const step = trace.file("src/particles/integrate.ts", {
    loops: [{ line: 2, endLine: 8, iterations: 40_000 }],
    sites: [
      {
        line: 4,
        column: 8,
        endLine: 4,
        endColumn: 41,
        text: ".filter((other) => other !== body)",
        fn: "step",
        loop: 0,
      },
      {
        line: 3,
        column: 18,
        endLine: 6,
        endColumn: 44,
        text: "world.bodies .filter((other) => other !== body) .map((other) => force(body, other)) .red",
        fn: "step",
        loop: 0,
      },
      { line: 7, column: 32, endColumn: 51, text: "body.velocity.add(pull.scale(dt))", fn: "step", loop: 0 },
      { line: 7, column: 41, endColumn: 50, text: "pull.scale(dt)", fn: "step", loop: 0 },
    ],
  });
  const vendor = trace.file("vendor/all.min.js", {
    loops: [{ line: 1, column: 2416, endLine: 1, iterations: 900_000 }],
    sites: [{ line: 1, column: 2429, endColumn: 2436, text: "[n,n+1]", kind: "literal", fn: "q", loop: 0 }],
  });
  const library = trace.file("node_modules/vec/index.js", {
    dependency: "vec",
    sites: [{ line: 88, column: 10, text: "new Vec3(x, y, z)", kind: "new" }],
  });
  const vec = { type: "Vec3", size: "3", bytes: 24 * 40_000, objects: 80_000 };
  trace
    .made(step(0), { allocated: 40_000, needed: 1, bytes: 12_800_000 })
    .made(step(1), { allocated: 40_000, needed: 1, bytes: 12_800_000 })
    .made(library(0), { ...vec, allocated: 40_000, needed: 2, inPlace: 39_900 }, step(2))
    .made(library(0), { ...vec, allocated: 40_000, needed: 1 }, step(3))
    .made(vendor(0), { allocated: 900_000, needed: 450_000, bytes: 14_400_000, exact: false })
    .leftOut({ path: `${CWD}/node_modules/addon/index.js`, why: "left out by --deps" })
    .leftOut({ path: `${CWD}/data/huge.js`, why: "larger than 10 MB" });
  return reportOf(trace.build({ ended: { by: "error", code: 1 } }));
}
