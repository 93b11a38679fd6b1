/** Who may import whom: the map of the program, and the findings of a tree of sources held against it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { parseSync, type StaticImport } from "oxc-parser";

/** By folder of `src/`: the folders that it may import from, besides itself. A folder that is not here may not exist. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: ["session", "analysis", "baseline", "engine", "report", "trace"],
  session: ["hooks", "instrument", "trace"],
  hooks: ["instrument", "runtime", "trace"],
  instrument: ["trace"],
  runtime: ["trace"],
  analysis: ["report", "trace"],
  baseline: ["report", "trace"],
  engine: ["session", "hooks", "report", "trace"],
  report: ["trace"],
  trace: [],
  // src/index.ts itself: what the package gives to programs.
  "": ["cli", "report", "trace"],
};

const VAGUE_NAMES = /^(?:utils?|helpers?|common|misc|shared|manager)$/;

export interface Finding {
  file: string;
  why: string;
}

/** Everything in the tree under `root` that the map does not allow, in order of file names. */
export function findings(root: string): Finding[] {
  const graph = importGraph(root);
  const found: Finding[] = [];
  for (const [file, imports] of graph) {
    const folder = folderOf(file);
    const stem = posix.basename(file).replace(/\..*$/, "");
    if (VAGUE_NAMES.test(stem) || VAGUE_NAMES.test(folder)) found.push({ file, why: "the name says nothing" });
    const allowed = MAY_IMPORT[folder];
    if (!allowed) found.push({ file, why: `no place in the map for ${folder}/` });
    for (const target of imports.all) {
      const other = folderOf(target);
      if (other !== folder && allowed && !allowed.includes(other)) {
        found.push({ file, why: `${folder || "src"}/ may not import ${target}` });
      }
    }
  }
  for (const circle of circles(graph)) found.push({ file: circle[0] ?? "", why: `circle: ${circle.join(" → ")}` });
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.why.localeCompare(b.why));
}

interface Imports {
  /** Everything named, types and dynamic imports as well: direction is about ideas. */
  all: string[];
  /** What is loaded before the file itself runs: only these can leave a name undefined when they form a circle. */
  loaded: string[];
}

/** Relative imports by file, both as paths under `root` with `/`. */
function importGraph(root: string): Map<string, Imports> {
  const graph = new Map<string, Imports>();
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  for (const name of files.sort()) {
    const file = name.split(sep).join("/");
    const source = readFileSync(join(root, name), "utf8");
    const { module } = parseSync(file, source);
    const exported = module.staticExports.flatMap((found) => found.entries);
    const isTyped = (found: StaticImport): boolean =>
      found.entries.length > 0 && found.entries.every((entry) => entry.isType);
    const typed = module.staticImports.filter(isTyped).map((found) => found.moduleRequest.value);
    const imported = module.staticImports.filter((found) => !isTyped(found)).map((found) => found.moduleRequest.value);
    const reexported = (types: boolean): string[] =>
      exported.filter((entry) => entry.isType === types).map((entry) => entry.moduleRequest?.value ?? "");
    const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
      source.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
    );
    const loaded = [...imported, ...reexported(false)];
    graph.set(file, {
      all: targets(file, [...loaded, ...typed, ...reexported(true), ...dynamic]),
      loaded: targets(file, loaded),
    });
  }
  return graph;
}

function targets(file: string, specifiers: string[]): string[] {
  const relative = specifiers.filter((specifier) => specifier.startsWith("."));
  const paths = relative.map((specifier) => posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts"));
  return [...new Set(paths)];
}

function folderOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : "";
}

/** Each circle once, by depth-first search over the files. */
function circles(graph: ReadonlyMap<string, Imports>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file)?.loaded ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
