/**
 * Node 20: `require` of an ES module. The module itself passes `_compile`, but what it imports Node reads past all hooks
 * (`getModuleJobForRequire` in https://github.com/nodejs/node/blob/v20.x/lib/internal/modules/esm/loader.js), unless it has
 * been loaded before. So it is: each import is required first, in the order in which it would be evaluated, imports of
 * imports before them. A circle of imports has no such order, and is left to Node.
 */
import { statSync } from "node:fs";
import Module, { createRequire, isBuiltin } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Emitted } from "./emit.js";
import { goalOf } from "./language.js";
import { byAlias, byTypeScript, importerOf } from "./resolve.js";

interface Loader {
  _load(request: string, parent: undefined, isMain: false): unknown;
  _cache: { [path: string]: unknown };
}

/** Gives the text with the specifiers that only TypeScript can follow made into URLs, for Node resolves them by itself. */
export type ImportsFirst = (path: string, imports: string[], text: string) => string;

export function importsFirst(emit: (path: string) => Emitted | null): ImportsFirst {
  const loader = Module as unknown as Loader;
  /** Modules that were required here, or looked through for that. */
  const done = new Set<string>();
  const graph = new Map<string, string[]>();

  const importsOf = (path: string): string[] => {
    let found = graph.get(path);
    if (!found) {
      const emitted = /\.json$|\.node$/.test(path) ? null : emit(path);
      found = emitted?.goal === "module" ? paths(targets(path, emitted.imports)) : [];
      graph.set(path, found);
    }
    return found;
  };

  const inCircle = (start: string): boolean => {
    const seen = new Set<string>();
    const rest = [...importsOf(start)];
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      if (path === start) return true;
      if (seen.has(path)) continue;
      seen.add(path);
      rest.push(...importsOf(path));
    }
    return false;
  };

  return (path, imports, text) => {
    const found = targets(path, imports);
    graph.set(path, paths(found));
    done.add(path);
    if (!inCircle(path)) {
      for (const target of importsOf(path)) {
        if (done.has(target)) continue;
        done.add(target);
        requireOne(loader, target);
      }
    }
    return found.filter((target) => target.helped).reduce(withUrl, text);
  };
}

interface Target {
  specifier: string;
  path: string;
  /** Node would not have found it. */
  helped: boolean;
}

function paths(found: Target[]): string[] {
  return found.map(({ path }) => path);
}

function withUrl(text: string, { specifier, path }: Target): string {
  const quoted = specifier.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const literal = new RegExp(`\\b(from|import)(\\s*)(["'])${quoted}\\3`, "g");
  return text.replace(
    literal,
    (_, keyword: string, blank: string) => keyword + blank + JSON.stringify(pathToFileURL(path).href),
  );
}

function requireOne(loader: Loader, path: string): void {
  const known = path in loader._cache;
  try {
    loader._load(path, undefined, false);
  } catch (error) {
    // Node says it again, of the module that was asked for.
    if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ASYNC_MODULE") throw error;
  } finally {
    // A module that is imported leaves no entry behind.
    if (!known && goalOf(path) !== "commonjs") delete loader._cache[path];
  }
}

/** Files that a module's imports lead to. Where `require` and `import` may lead to different files, neither is followed. */
function targets(path: string, imports: string[]): Target[] {
  return imports.flatMap((specifier) => {
    if (isBuiltin(specifier) || specifier.startsWith("#")) return [];
    const found = target(specifier, path);
    return found === null ? [] : [found];
  });
}

function target(specifier: string, path: string): Target | null {
  const importer = importerOf(path);
  const helped = (found: string | null): Target | null =>
    found === null ? null : { specifier, path: found, helped: true };
  const alias = importer === null ? null : byAlias(specifier, importer);
  if (alias !== null) return helped(alias);
  if (specifier.startsWith("file:")) return { specifier, path: fileURLToPath(specifier), helped: false };
  if (/^\.{0,2}\//.test(specifier)) {
    const exact = resolve(dirname(path), specifier);
    if (statSync(exact, { throwIfNoEntry: false })?.isFile()) return { specifier, path: exact, helped: false };
    return importer === null ? null : helped(byTypeScript(specifier, importer));
  }
  try {
    const found = createRequire(path).resolve(specifier);
    return goalOf(found) === "module" ? { specifier, path: found, helped: false } : null;
  } catch {
    return null;
  }
}
