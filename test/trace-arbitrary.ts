/** Random runs of several threads over a shared set of files, for properties that must hold for any trace. */
import fc from "fast-check";
import type {
  BlameGroup,
  GroupFigures,
  PoolFigures,
  SiteGroup,
  SiteRef,
  ThreadTrace,
  TraceFile,
} from "../src/trace/format.js";
import { CWD } from "./trace-builder.js";

const KINDS = ["literal", "new", "call", "rest", "spread", "iteration", "callback"] as const;

/** Text that a terminal would obey, hide or draw wider than one column. */
export const hostileText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({
    maxLength,
    unit: fc.oneof(
      { arbitrary: fc.constantFrom("a", "b.mul(i)", " ", "[", "]", "0", ";", "\\", "/", "`", '"'), weight: 6 },
      {
        arbitrary: fc.constantFrom(
          ...["\t", "\r", "\n", "\x1b", "\x1b[31m", "\x1b]8;;x\x07", "\x9b2J", "\x7f", "\0", "\b"],
          ...[
            "漢",
            "字",
            "ｗ",
            "한",
            "😀",
            "🫠",
            "👩‍💻",
            "🇩🇪",
            "e\u0301",
            "\u0301",
            "ä",
            "×",
            "→",
            "\u{17000}",
            "\u4dc0",
          ],
          ...[
            "\u202e",
            "\u2066",
            "\u200b",
            "\ufeff",
            "\u2028",
            "\ud83d",
            "\udc00",
            "\ufe0f",
            "\u3000",
            "\u00a0",
            "\u00ad",
          ],
        ),
        weight: 3,
      },
      { arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), weight: 1 },
    ),
  });

const plainText = fc.constantFrom("b.mul(i)", "[x, y]", "new Float64Array(n)", "xs.map(f)", "f()");

function fileArbitrary(path: string, dependency: string | null, text: fc.Arbitrary<string>): fc.Arbitrary<TraceFile> {
  const loop = fc.record({
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 5 }),
    endLine: fc.integer({ min: 12, max: 20 }),
    endColumn: fc.integer({ min: 1, max: 120 }),
    iterations: fc.integer({ min: 0, max: 2_000_000 }),
  });
  const fn = fc.record({
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 5 }),
    endLine: fc.integer({ min: 12, max: 20 }),
    endColumn: fc.integer({ min: 1, max: 120 }),
    calls: fc.integer({ min: 0, max: 2_000_000 }),
  });
  const site = fc.record({
    line: fc.integer({ min: 1, max: 20 }),
    column: fc.integer({ min: 1, max: 90 }),
    height: fc.nat({ max: 9 }),
    endColumn: fc.integer({ min: 1, max: 120 }),
    kind: fc.constantFrom(...KINDS),
    fn: fc.constantFrom("", "step", "World.step"),
    text,
    loop: fc.integer({ min: -1, max: 2 }),
    owner: fc.integer({ min: -1, max: 1 }),
  });
  return fc
    .record({
      loops: fc.array(loop, { minLength: 3, maxLength: 3 }),
      functions: fc.array(fn, { minLength: 2, maxLength: 2 }),
      sites: fc.array(site, { minLength: 1, maxLength: 6 }),
    })
    .map(({ loops, functions, sites }) => ({
      path,
      dependency,
      loops,
      functions,
      sites: sites.map(({ height, ...rest }) => ({ ...rest, endLine: rest.line + height })),
    }));
}

interface Made {
  site: SiteRef;
  blame: SiteRef | null;
  figures: GroupFigures;
}

function madeArbitrary(files: readonly TraceFile[], text: fc.Arbitrary<string>): fc.Arbitrary<Made> {
  const places = files.flatMap((file, index) => file.sites.map((_, site) => ({ file: index, site })));
  const figures = fc
    .record({
      type: fc.oneof(fc.constantFrom("Array", "Float64Array", "NdArray"), text),
      size: fc.oneof(fc.constantFrom(null, "3×3", "9"), text),
      allocated: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 1_000_000_000_000 })),
      shares: fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }), fc.nat({ max: 100 }), fc.nat({ max: 100 })),
      bytes: fc.nat({ max: 1_000_000_000_000 }),
      lifetime: fc.nat({ max: 1000 }),
      exact: fc.boolean(),
    })
    .map(({ type, size, allocated, shares, bytes, lifetime, exact }): GroupFigures => {
      const part = (share: number): number => Math.floor((allocated * share) / 100);
      return {
        type,
        size,
        allocated,
        objects: allocated + part(shares[0]),
        needed: Math.min(allocated, Math.max(1, part(shares[1]))),
        inPlace: part(shares[2]),
        bytes: allocated === 0 ? 0 : bytes,
        peakBytes: allocated === 0 ? 0 : Math.floor((bytes * shares[1]) / 100),
        escaped: 0,
        unused: part(shares[3]),
        temporary: part(shares[1]),
        lifetimeSum: lifetime * allocated,
        lifetimeMax: lifetime,
        exact,
      };
    });
  const place = fc.constantFrom(...places);
  return fc.record({ site: place, blame: fc.oneof(fc.constant(null), place), figures });
}

/** The runtime writes the same objects twice, by site and by blame; so does this. */
function bySite(made: readonly Made[]): SiteGroup[] {
  const groups = new Map<string, SiteGroup>();
  for (const { site, figures } of made) {
    const identity = JSON.stringify([site, figures.type, figures.size]);
    const known = groups.get(identity);
    if (known === undefined) {
      groups.set(identity, { site, ...figures });
      continue;
    }
    for (const name of [
      "allocated",
      "objects",
      "inPlace",
      "bytes",
      "peakBytes",
      "escaped",
      "unused",
      "temporary",
      "lifetimeSum",
    ] as const) {
      known[name] += figures[name];
    }
    // Alive at once over all lines: no more than the lines' sum, no less than the largest of them.
    known.needed = Math.max(known.needed, figures.needed);
    known.lifetimeMax = Math.max(known.lifetimeMax, figures.lifetimeMax);
    known.exact &&= figures.exact;
  }
  return [...groups.values()];
}

/** As if no two lines' arrays of one size class were apart in time. */
function poolsOf(made: readonly Made[]): PoolFigures[] {
  const pools = new Map<string, PoolFigures>();
  for (const { figures } of made) {
    const { type, size, needed, exact } = figures;
    const pool = pools.get(JSON.stringify([type, size])) ?? { type, size, needed: 0, exact: true };
    pools.set(JSON.stringify([type, size]), pool);
    pool.needed += needed;
    pool.exact &&= exact;
  }
  return [...pools.values()];
}

/** @param text for expressions, types, names and reasons; plain when left out */
export function tracesArbitrary(text: fc.Arbitrary<string> = plainText): fc.Arbitrary<ThreadTrace[]> {
  const files = fc.tuple(
    fileArbitrary(`${CWD}/sim.ts`, null, text),
    fileArbitrary(`${CWD}/src/world.ts`, null, text),
    fileArbitrary(`${CWD}/node_modules/ml/index.js`, "ml", text),
    text.chain((name) => fileArbitrary(`${CWD}/${name.replaceAll("/", "_")}.js`, null, text)),
  );
  return files.chain((table) =>
    fc
      .array(
        fc.record({
          made: fc.array(madeArbitrary(table, text), { maxLength: 8 }),
          mode: fc.constantFrom("full" as const, "full" as const, "count" as const),
          notSeen: fc.array(fc.record({ what: text, why: text }), { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((threads) =>
        threads.map(
          ({ made, mode, notSeen }, thread): ThreadTrace => ({
            version: 1,
            tool: "1.0.0",
            node: "20.20.2",
            pid: 100,
            thread,
            script: `${CWD}/sim.ts`,
            cwd: CWD,
            ended: { by: "exit", code: 0 },
            mode,
            clock: 0,
            window: { objects: 1024, closed: 0 },
            files: table,
            sites: bySite(made),
            pools: mode === "full" ? poolsOf(made) : [],
            peakBytes: mode === "full" ? made.reduce((sum, { figures }) => sum + figures.peakBytes, 0) : 0,
            operations: [],
            audit: { sampled: 0, agreed: 0, disagreements: [] },
            blamed: made.map(({ site, blame, figures }): BlameGroup => ({ site, blame, ...figures })),
            notSeen,
            instrumented: table.length,
          }),
        ),
      ),
  );
}

/** The same run written down in another order: threads, files and groups. */
export function reordered(traces: readonly ThreadTrace[], seed: number): ThreadTrace[] {
  const order = shuffler(seed);
  return order(traces).map((trace) => {
    const from = order(trace.files.map((_, index) => index));
    const to = (ref: SiteRef): SiteRef => ({ file: from.indexOf(ref.file), site: ref.site });
    return {
      ...trace,
      files: from.map((index) => trace.files[index] as TraceFile),
      sites: order(trace.sites).map((group) => ({ ...group, site: to(group.site) })),
      blamed: order(trace.blamed).map((group) => ({
        ...group,
        site: to(group.site),
        blame: group.blame === null ? null : to(group.blame),
      })),
      notSeen: order(trace.notSeen),
    };
  });
}

function shuffler(seed: number): <T>(items: readonly T[]) => T[] {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  return (items) => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = next(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never];
    }
    return shuffled;
  };
}
