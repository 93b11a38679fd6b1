/** What oxc leaves in the text and this Node cannot compile, and how esbuild takes it out. */
import { parseSync, Visitor } from "oxc-parser";
import { has } from "./capabilities.js";
import type { Goal, Language } from "./language.js";
import { loadOurs } from "./ours.js";
import type { CompilerOptions } from "./tsconfig.js";

export interface Compiled {
  code: string;
  /** Version 3 `mappings` from `code` to the text that went in; null when nobody asked. */
  mappings: string | null;
}

const SUSPECT = /@|\baccessor\b|\busing\b|\bimport\b|\bexport\b/;

/** Whether compiled text still holds decorators, `accessor`, `using`, or module syntax in a CommonJS file. */
export function needsLowering(code: string, goal: Goal): boolean {
  if (!SUSPECT.test(code)) return false;
  const parsed = parseSync("compiled.js", code, {
    lang: "js",
    sourceType: goal === "commonjs" ? "unambiguous" : "module",
  });
  if (goal === "commonjs" && parsed.module.hasModuleSyntax) return true;
  let found = false;
  const mark = (): void => {
    found = true;
  };
  new Visitor({
    Decorator: mark,
    AccessorProperty: mark,
    VariableDeclaration(node) {
      if ((node.kind === "using" || node.kind === "await using") && !has("explicitResources")) found = true;
    },
  }).visit(parsed.program);
  return found;
}

/**
 * esbuild lowers decorators of both kinds, `accessor`, `using`, every kind of namespace, and ES modules to CommonJS. It
 * knows no decorator metadata, which is why it does not do the whole work.
 */
export function lower(
  path: string,
  text: string,
  lang: Language,
  goal: Goal,
  options: CompilerOptions,
  wantMap: boolean,
): Compiled {
  const { transformSync } = loadEsbuild();
  const result = transformSync(text, {
    loader: lang,
    sourcefile: path,
    sourcemap: wantMap ? "external" : false,
    sourcesContent: false,
    target: "esnext",
    platform: "node",
    ...(goal === "commonjs" ? { format: "cjs" } : {}),
    supported: { decorators: false, using: has("explicitResources") },
    logLevel: "silent",
    tsconfigRaw: {
      compilerOptions: {
        experimentalDecorators: options.experimentalDecorators,
        useDefineForClassFields: options.useDefineForClassFields,
        verbatimModuleSyntax: options.verbatimModuleSyntax,
        jsx: options.jsx === "react" ? "react" : "react-jsx",
        ...(options.jsxFactory ? { jsxFactory: options.jsxFactory } : {}),
        ...(options.jsxFragmentFactory ? { jsxFragmentFactory: options.jsxFragmentFactory } : {}),
        ...(options.jsxImportSource ? { jsxImportSource: options.jsxImportSource } : {}),
      },
    },
  });
  const map: unknown = wantMap ? JSON.parse(result.map) : null;
  const mappings = typeof map === "object" && map !== null && "mappings" in map ? String(map.mappings) : null;
  return { code: result.code, mappings };
}

/**
 * esbuild would keep a worker thread for its synchronous calls, and the program would find itself with a thread (and a
 * `threadId`) that plain node has not: https://esbuild.github.io/api/#js-sync
 */
function loadEsbuild(): typeof import("esbuild") {
  const before = process.env.ESBUILD_WORKER_THREADS;
  process.env.ESBUILD_WORKER_THREADS = "0";
  try {
    return loadOurs<typeof import("esbuild")>("esbuild");
  } finally {
    if (before === undefined) delete process.env.ESBUILD_WORKER_THREADS;
    else process.env.ESBUILD_WORKER_THREADS = before;
  }
}
