/** Hand-written thread traces for the tests of `analysis` and `report`: only what a test is about is spelled out. */
import type {
  GroupFigures,
  NotSeen,
  OperationFigures,
  SiteKind,
  SiteRef,
  ThreadTrace,
  TraceFile,
} from "../src/trace/format.js";

export const CWD = "/home/ada/project";

interface SiteSpec {
  line: number;
  text: string;
  column?: number;
  endLine?: number;
  endColumn?: number;
  kind?: SiteKind;
  fn?: string;
  loop?: number;
  owner?: number;
}

interface FileSpec {
  dependency?: string;
  loops?: { line: number; column?: number; endLine: number; endColumn?: number; iterations: number }[];
  functions?: { line: number; column?: number; endLine: number; endColumn?: number; calls: number }[];
  sites: SiteSpec[];
}

type FigureSpec = Partial<GroupFigures> & { allocated: number };

/** One thread's trace, put together file by file and group by group. */
export class TraceBuilder {
  readonly #files: TraceFile[] = [];
  readonly #sites: ThreadTrace["sites"] = [];
  readonly #blamed: ThreadTrace["blamed"] = [];
  readonly #operations: ThreadTrace["operations"] = [];
  readonly #notSeen: NotSeen[] = [];

  /** @param path relative to {@link CWD}, or absolute */
  file(path: string, spec: FileSpec): (site: number) => SiteRef {
    const file = this.#files.length;
    this.#files.push({
      path: path.startsWith("/") ? path : `${CWD}/${path}`,
      dependency: spec.dependency ?? null,
      loops: (spec.loops ?? []).map((loop) => ({ column: 1, endColumn: 2, ...loop })),
      functions: (spec.functions ?? []).map((fn) => ({ column: 1, endColumn: 2, ...fn })),
      sites: spec.sites.map((site) => ({
        column: 1,
        endLine: site.line,
        endColumn: (site.column ?? 1) + site.text.length,
        kind: "call" as const,
        fn: "",
        loop: -1,
        owner: -1,
        ...site,
      })),
    });
    return (site) => ({ file, site });
  }

  /** Arrays of one site and size class, in `sites` and in `blamed` alike. */
  made(site: SiteRef, spec: FigureSpec, blame: SiteRef | null = site): this {
    const figures = fullFigures(spec);
    this.#sites.push({ site, ...figures });
    this.#blamed.push({ site, blame, ...figures });
    return this;
  }

  /** Calls of an arithmetic method. */
  operated(site: SiteRef, spec: Partial<Omit<OperationFigures, "site">>): this {
    this.#operations.push({ site, receiver: null, result: null, calls: 0, made: 0, existing: 0, ...spec });
    return this;
  }

  /** Arrays of one site put down to several lines: each line's figures, and the site's own `needed`. */
  madeFor(site: SiteRef, needed: number, parts: readonly { blame: SiteRef | null; figures: FigureSpec }[]): this {
    const all = parts.map((part) => ({ blame: part.blame, figures: fullFigures(part.figures) }));
    const sum = (pick: (figures: GroupFigures) => number): number =>
      all.reduce((total, part) => total + pick(part.figures), 0);
    const [first] = all;
    if (first === undefined) return this;
    this.#sites.push({
      site,
      ...first.figures,
      needed,
      allocated: sum((figures) => figures.allocated),
      objects: sum((figures) => figures.objects),
      inPlace: sum((figures) => figures.inPlace),
      bytes: sum((figures) => figures.bytes),
      escaped: sum((figures) => figures.escaped),
      unused: sum((figures) => figures.unused),
      lifetimeSum: sum((figures) => figures.lifetimeSum),
    });
    for (const { blame, figures } of all) this.#blamed.push({ site, blame, ...figures });
    return this;
  }

  leftOut(entry: NotSeen): this {
    this.#notSeen.push(entry);
    return this;
  }

  /** As if no two lines' arrays of one size class were apart in time. */
  private pools(): ThreadTrace["pools"] {
    const pools = new Map<string, ThreadTrace["pools"][number]>();
    for (const { type, size, needed, exact } of this.#blamed) {
      const key = JSON.stringify([type, size]);
      const pool = pools.get(key) ?? { type, size, needed: 0, exact: true };
      pools.set(key, { ...pool, needed: pool.needed + needed, exact: pool.exact && exact });
    }
    return [...pools.values()];
  }

  build(over: Partial<ThreadTrace> = {}): ThreadTrace {
    return {
      version: 1,
      tool: "1.0.0",
      node: "20.20.2",
      pid: 100,
      thread: 0,
      script: `${CWD}/sim.ts`,
      cwd: CWD,
      ended: { by: "exit", code: 0 },
      mode: "full",
      clock: this.#sites.reduce((sum, group) => sum + group.allocated, 0),
      window: { objects: 1 << 20, closed: 0 },
      files: this.#files,
      sites: this.#sites,
      blamed: this.#blamed,
      pools: this.pools(),
      peakBytes: this.#sites.reduce((sum, group) => sum + group.peakBytes, 0),
      operations: this.#operations,
      audit: { sampled: 0, agreed: 0, disagreements: [] },
      notSeen: this.#notSeen,
      instrumented: this.#files.length,
      ...over,
    };
  }
}

function fullFigures(spec: FigureSpec): GroupFigures {
  return {
    type: "Array",
    size: null,
    objects: spec.allocated,
    needed: spec.allocated,
    inPlace: 0,
    bytes: 24 * spec.allocated,
    peakBytes: 24 * (spec.needed ?? spec.allocated),
    escaped: 0,
    unused: 0,
    temporary: 0,
    lifetimeSum: spec.allocated,
    lifetimeMax: 1,
    exact: true,
    ...spec,
  };
}
