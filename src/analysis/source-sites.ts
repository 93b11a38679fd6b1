/** The sites of all threads as one table: the same expression of the same file is one site, whoever ran it. */
import type { SiteRef, ThreadTrace, TraceFile, TraceFunction, TraceLoop, TraceSite } from "../trace/format.js";
import { reportPath } from "./paths.js";
import { keyStem, siteKey } from "./site-key.js";

interface SourceLoop {
  line: number;
  column: number;
  endLine: number;
  /** Summed over threads. */
  iterations: number;
}

export interface SourceSite extends Omit<TraceSite, "loop" | "owner"> {
  key: string;
  /** Path as reported. */
  file: string;
  dependency: string | null;
  loop: SourceLoop | null;
  /** Calls of the enclosing function, summed over threads; null where they are not counted. */
  owner: { calls: number } | null;
}

export interface SourceSites {
  /** Every site of every table, by file and position, whether or not it made anything. */
  all: SourceSite[];
  /** Paths of the instrumented files that have a table. */
  files: Set<string>;
  find(trace: ThreadTrace, ref: SiteRef): SourceSite;
}

export function sourceSites(traces: readonly ThreadTrace[], cwd: string): SourceSites {
  const byIdentity = new Map<string, SourceSite>();
  const loops = new Map<string, SourceLoop>();
  const owners = new Map<string, { calls: number }>();
  const tables = new Map<ThreadTrace, SourceSite[][]>();
  const files = new Set<string>();
  for (const trace of traces) {
    const table: SourceSite[][] = [];
    for (const file of trace.files) {
      const path = reportPath(file.path, cwd);
      files.add(path);
      const fileLoops = file.loops.map((loop) => addLoop(loops, path, loop));
      const fileOwners = file.functions.map((fn) => addOwner(owners, path, fn));
      table.push(
        file.sites.map((site) =>
          addSite(byIdentity, path, file, site, fileLoops[site.loop] ?? null, fileOwners[site.owner] ?? null),
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

function addLoop(loops: Map<string, SourceLoop>, path: string, loop: TraceLoop): SourceLoop {
  const identity = JSON.stringify([path, loop.line, loop.column, loop.endLine]);
  const known = loops.get(identity);
  if (known !== undefined) {
    known.iterations += loop.iterations;
    return known;
  }
  const added = { line: loop.line, column: loop.column, endLine: loop.endLine, iterations: loop.iterations };
  loops.set(identity, added);
  return added;
}

function addOwner(owners: Map<string, { calls: number }>, path: string, fn: TraceFunction): { calls: number } {
  const identity = JSON.stringify([path, fn.line, fn.column, fn.endLine]);
  const owner = owners.get(identity) ?? { calls: 0 };
  owners.set(identity, owner);
  owner.calls += fn.calls;
  return owner;
}

function addSite(
  sites: Map<string, SourceSite>,
  path: string,
  file: TraceFile,
  site: TraceSite,
  loop: SourceLoop | null,
  owner: { calls: number } | null,
): SourceSite {
  const { line, column, endLine, endColumn, kind, fn, text } = site;
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
