/**
 * Where a specifier leads that Node cannot follow and TypeScript can: path aliases, `./x.js` for `./x.ts`, no extension.
 *
 * Node always goes first, except for aliases, which TypeScript too looks up first; and only the user's own files are
 * given this help.
 */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dependencyOf } from "./language.js";
import { iteratingByItself } from "./own-iteration.js";
import { projectOf } from "./tsconfig.js";

/** https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution */
const WRITTEN_AS: { [extension: string]: string[] } = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

const LEFT_OUT = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** The user's file that asks, null for one that gets no help. Takes a path or a URL. */
export const importerOf = iteratingByItself((parent: string | undefined): string | null => {
  if (parent === undefined) return null;
  let path = parent;
  if (parent.startsWith("file:")) path = fileURLToPath(parent);
  else if (/^[a-z][a-z+.-]+:/i.test(parent)) return null;
  return dependencyOf(path) === null ? path : null;
});

const NO_ALIAS = /^(?:\.|\/|#|[a-z][a-z+.-]+:)/i;

/** Path that an alias of the importer's tsconfig stands for, null when there is none or nothing lies there. */
export const byAlias = iteratingByItself((specifier: string, importer: string): string | null => {
  if (NO_ALIAS.test(specifier)) return null;
  for (const path of projectOf(importer).paths(specifier)) {
    const found = isFile(path) ? path : byExtension(path);
    if (found !== null) return found;
  }
  return null;
});

const COMPILED = /\.(?:[cm]?ts|tsx|jsx)$/;

/**
 * Path of the file that a relative or absolute specifier means to a bundler, null when nothing lies there. What a
 * JavaScript file asks for is left to fail as it does in Node, unless it is TypeScript that it asks for.
 */
export const byTypeScript = iteratingByItself((specifier: string, importer: string): string | null => {
  const found = find(specifier, importer);
  return found !== null && !COMPILED.test(importer) && !COMPILED.test(found) ? null : found;
});

function find(specifier: string, importer: string): string | null {
  if (specifier.startsWith("file:")) return byExtension(fileURLToPath(specifier));
  if (!/^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier)) return null;
  const [bare = ""] = specifier.split(/[?#]/, 1);
  return byExtension(resolve(dirname(importer), decode(bare)));
}

function byExtension(path: string): string | null {
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
  if (extension !== undefined) {
    const stem = path.slice(0, -extension.length);
    for (const other of WRITTEN_AS[extension] ?? []) if (isFile(stem + other)) return stem + other;
  }
  for (const added of LEFT_OUT) if (isFile(path + added)) return path + added;
  for (const added of LEFT_OUT) if (isFile(join(path, `index${added}`))) return join(path, `index${added}`);
  return null;
}

function decode(specifier: string): string {
  try {
    return decodeURIComponent(specifier);
  } catch {
    return specifier;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
