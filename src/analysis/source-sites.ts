/** The sites of all threads as one table: the same expression of the same file is one site, whoever ran it. */
import type { SiteRef, ThreadTrace, TraceFile, TraceFunction, TraceLoop, TraceSite } from "../trace/format.js";
import { reportPath } from "./paths.js";
import { keyStem, siteKey } from "./site-key.js";

export interface SourceSite extends Omit<TraceSite, "loop" | "owner"> {
  key: string;
  /** Path as reported. */
  file: string;
  dependency: string | null;
  /** Innermost loop around, its iterations summed over threads. */
  loop: TraceLoop | null;
  /** Enclosing function, its calls summed over threads; null where they are not counted. */
  owner: TraceFunction | null;
}

/** By place; summed over threads. */
export interface FileRegions {
  loops: Map<string, TraceLoop>;
  functions: Map<string, TraceFunction>;
}

export interface SourceSites {
  /** Every site of every table, by file and position, whether or not it made anything. */
  all: SourceSite[];
  /** By path, the instrumented files that have a table. */
  files: Map<string, FileRegions>;
  find(trace: ThreadTrace, ref: SiteRef): SourceSite;
}

export function sourceSites(traces: readonly ThreadTrace[], cwd: string): SourceSites {
  const byIdentity = new Map<string, SourceSite>();
  const tables = new Map<ThreadTrace, SourceSite[][]>();
  const files: SourceSites["files"] = new Map();
  for (const trace of traces) {
    const table: SourceSite[][] = [];
    for (const file of trace.files) {
      const path = reportPath(file.path, cwd);
      const known = files.get(path) ?? { loops: new Map(), functions: new Map() };
      files.set(path, known);
      const loops = file.loops.map((loop) => addLoop(known.loops, loop));
      const owners = file.functions.map((fn) => addFunction(known.functions, fn));
      table.push(
        file.sites.map((site) =>
          addSite(byIdentity, path, file, site, loops[site.loop] ?? null, owners[site.owner] ?? null),
        ),
      );
    }
    tables.set(trace, table);
  }
  const all = [...byIdentity.values()].sort(bySource);
  nameSites(all);
  return {
    all,
    files,
    find(trace, ref) {
      const site = tables.get(trace)?.[ref.file]?.[ref.site];
      if (site === undefined) {
        throw new RangeError(
          `trace of thread ${trace.thread} refers to site ${ref.file}:${ref.site}, which it does not describe`,
        );
      }
      return site;
    },
  };
}

/** The region as one for all threads; what it counts is for the caller to add up. */
function oneOf<R extends TraceLoop | TraceFunction>(regions: Map<string, R>, region: R, nothing: R): R {
  const identity = JSON.stringify([region.line, region.column, region.endLine, region.endColumn]);
  const known = regions.get(identity) ?? nothing;
  regions.set(identity, known);
  return known;
}

function addLoop(loops: Map<string, TraceLoop>, loop: TraceLoop): TraceLoop {
  const sum = oneOf(loops, loop, { ...loop, iterations: 0 });
  sum.iterations += loop.iterations;
  return sum;
}

function addFunction(functions: Map<string, TraceFunction>, fn: TraceFunction): TraceFunction {
  const sum = oneOf(functions, fn, { ...fn, calls: 0 });
  sum.calls += fn.calls;
  return sum;
}

function addSite(
  sites: Map<string, SourceSite>,
  path: string,
  file: TraceFile,
  site: TraceSite,
  loop: TraceLoop | null,
  owner: TraceFunction | null,
): SourceSite {
  const { line, column, endLine, endColumn, kind, fn, text, operation, reader, grows } = site;
  const identity = JSON.stringify([path, line, column, endLine, endColumn, kind, fn, text]);
  const known = sites.get(identity);
  if (known !== undefined) return known;
  const added = {
    key: "",
    file: path,
    dependency: file.dependency,
    line,
    column,
    endLine,
    endColumn,
    kind,
    fn,
    text,
    ...(operation === undefined ? {} : { operation }),
    ...(reader === undefined ? {} : { reader }),
    ...(grows === undefined ? {} : { grows }),
    loop,
    owner,
  };
  sites.set(identity, added);
  return added;
}

/** Ordinals count every site of the table, so that a site's key does not hang on which of its equals ran. */
function nameSites(sorted: readonly SourceSite[]): void {
  const ordinals = new Map<string, number>();
  for (const site of sorted) {
    const stem = keyStem(site);
    const ordinal = (ordinals.get(stem) ?? 0) + 1;
    ordinals.set(stem, ordinal);
    site.key = siteKey(stem, ordinal);
  }
}

/** Source order: file, position, then whatever tells two sites of one position apart. */
export function bySource(a: SourceSite, b: SourceSite): number {
  return (
    byText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    byText(a.kind, b.kind) ||
    byText(a.fn, b.fn) ||
    byText(a.text, b.text)
  );
}

/** By code unit, so that the order hangs on no locale. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
