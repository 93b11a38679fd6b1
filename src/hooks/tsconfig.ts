/** The user's own tsconfig, as far as it changes what runs: path aliases and how a file is compiled. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TsConfigResult } from "get-tsconfig";
import { dependencyOf } from "./language.js";
import { asOurs, loadOurs } from "./ours.js";

/** The compiler options that change the emitted text; part of the cache key, so plain data. */
export interface CompilerOptions {
  jsx: string | null;
  jsxFactory: string | null;
  jsxFragmentFactory: string | null;
  jsxImportSource: string | null;
  experimentalDecorators: boolean;
  emitDecoratorMetadata: boolean;
  strictNullChecks: boolean;
  useDefineForClassFields: boolean;
  /** Imports are kept unless they say `type`; otherwise those that are used as types only go. */
  verbatimModuleSyntax: boolean;
}

export const DEFAULTS: CompilerOptions = {
  jsx: null,
  jsxFactory: null,
  jsxFragmentFactory: null,
  jsxImportSource: null,
  experimentalDecorators: false,
  emitDecoratorMetadata: false,
  strictNullChecks: true,
  useDefineForClassFields: true,
  verbatimModuleSyntax: false,
};

interface Project {
  options: CompilerOptions;
  /** The absolute paths that an alias may stand for, best first; empty when it is none. */
  paths: (specifier: string) => string[];
}

const NO_PROJECT: Project = { options: DEFAULTS, paths: () => [] };

const byFolder = new Map<string, Project>();
const byConfig = new Map<string, Project>();
const files = new Map<string, unknown>();

/** Files under `node_modules` are compiled by the defaults: their tsconfig, if any, is not the user's. */
export function projectOf(path: string): Project {
  if (dependencyOf(path) !== null) return NO_PROJECT;
  const folder = dirname(path);
  let project = byFolder.get(folder);
  if (!project) {
    project = asOurs(() => findProject(folder));
    byFolder.set(folder, project);
  }
  return project;
}

/** What reads a tsconfig takes ten milliseconds to load, and many scripts have none. */
function hasConfig(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "tsconfig.json"))) return true;
    if (at === dirname(at)) return false;
  }
}

function findProject(folder: string): Project {
  if (!hasConfig(folder)) return NO_PROJECT;
  const { getTsconfig, createPathsMatcher } = loadOurs<typeof import("get-tsconfig")>("get-tsconfig");
  let found: TsConfigResult | null;
  try {
    found = getTsconfig(folder, "tsconfig.json", files);
  } catch {
    // A tsconfig that nobody can read is the type checker's business: the script runs as if it had none.
    return NO_PROJECT;
  }
  if (!found) return NO_PROJECT;
  const known = byConfig.get(found.path);
  if (known) return known;
  const project: Project = { options: optionsOf(found), paths: createPathsMatcher(found) ?? (() => []) };
  byConfig.set(found.path, project);
  return project;
}

function optionsOf(found: TsConfigResult): CompilerOptions {
  const o = found.config.compilerOptions ?? {};
  return {
    jsx: o.jsx ?? null,
    jsxFactory: o.jsxFactory ?? null,
    jsxFragmentFactory: o.jsxFragmentFactory ?? null,
    jsxImportSource: o.jsxImportSource ?? null,
    experimentalDecorators: o.experimentalDecorators ?? false,
    emitDecoratorMetadata: o.emitDecoratorMetadata ?? false,
    strictNullChecks: o.strictNullChecks ?? o.strict ?? false,
    useDefineForClassFields: o.useDefineForClassFields ?? definesFields(o.target),
    verbatimModuleSyntax: o.verbatimModuleSyntax ?? false,
  };
}

/** https://www.typescriptlang.org/tsconfig/#useDefineForClassFields: true from ES2022 on, and with no target at all
 * (a script that is run as it stands has the newest one). */
function definesFields(target: string | undefined): boolean {
  if (target === undefined) return true;
  const year = /^es(\d+)$/i.exec(target)?.[1];
  return year === undefined || Number(year) >= 2022;
}
