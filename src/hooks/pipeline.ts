/**
 * From a file's text to the text that Node gets: probes, then types and JSX out. Loaded only for a file that the disk
 * cache does not hold, because the parsers it needs take longer to load than most scripts run.
 */
import { parseSync } from "oxc-parser";
import { type Home, type Instrumented, type NewerSyntax, NotInstrumented } from "../instrument/contract.js";
import { DEEPEST_SOURCE, extentOf, TOO_DEEP } from "../instrument/extent.js";
import { instrument } from "../instrument/index.js";
import { IMPORTS_LATER, requestsOf } from "../instrument/requests.js";
import type { WrappedModule } from "../trace/session.js";
import type { SiteTable } from "../trace/site-table.js";
import { has } from "./capabilities.js";
import { compile, NotCompiled } from "./compile.js";
import { withExportNames } from "./export-names.js";
import type { Goal, Language } from "./language.js";
import type { Compiled } from "./lowering.js";
import { lineStartsOf, type Places } from "./places.js";
import type { CompilerOptions } from "./tsconfig.js";
import { wrapsOf } from "./wraps.js";

export interface Job {
  path: string;
  lang: Language;
  goal: Goal;
  /** Package name of a file under `node_modules`. */
  dependency: string | null;
  countOnly: boolean;
  /** Mark the ends of iterations and calls. */
  scopes: boolean;
  /** Modules whose classes are to be counted where they are used. */
  wrap: WrappedModule[];
  /** False for a file that the user left out: types go, no probes come. */
  probe: boolean;
  /** Null for plain JavaScript, which nobody compiles. */
  compiler: CompilerOptions | null;
}

export interface Product {
  /** Null: nothing can be done with this text, Node is to have it as it stands and say so. */
  code: string | null;
  goal: Exclude<Goal, "either">;
  /** Why there are no probes in it, null when there are. */
  why: string | null;
  /** How many numbers the text's sites and loops take. */
  sites: number;
  loops: number;
  /** What a module imports before it runs, in order; empty where nobody needs to know. */
  imports: string[];
  /** Whether the text may import something once it runs. */
  importsLater: boolean;
  places: Places;
  /** Version 3 `mappings`, the last step's first: each leads to the text before that step. Not cheap. */
  steps(): string[];
}

const NOWHERE: Places = { slices: new Int32Array(), lineStarts: new Int32Array(), mappings: null };

export function run(job: Job, source: string): Product {
  const probed = job.probe ? probe(job, source) : leave(job, source, null);
  const { goal, why, instrumented } = probed;
  const importsLater = instrumented?.importsLater ?? IMPORTS_LATER.test(source);
  const nothing = { code: null, goal, sites: 0, loops: 0, imports: [], importsLater, places: NOWHERE, steps: () => [] };
  const text = instrumented?.code ?? source;
  const compiled = job.compiler ? compiledText(job, job.compiler, text, goal) : { code: text, mappings: null };
  if (typeof compiled === "string") return { ...nothing, why: compiled };
  if (!instrumented && !job.compiler) return { ...nothing, why };
  const { mappings } = compiled;
  // A preamble and names of exports stand at the ends: what is between them is where it was.
  const code = goal === "commonjs" && !job.compiler ? withExportNames(compiled.code, source) : compiled.code;
  return {
    code,
    goal,
    why,
    sites: instrumented?.table.sites.length ?? 0,
    loops: instrumented?.table.loops.length ?? 0,
    imports: goal === "module" && !has("syncHooks") ? importsOf(job, instrumented, code) : [],
    importsLater,
    places: instrumented
      ? { slices: instrumented.slices, lineStarts: lineStartsOf(instrumented.code), mappings }
      : { ...NOWHERE, mappings },
    steps: () => [...(mappings === null ? [] : [mappings]), ...(instrumented ? [instrumented.map().mappings] : [])],
  };
}

/** Text that the program compiles by itself. */
export interface TextJob {
  text: string;
  /** Names it in the trace, as in `/a/b.js#eval:12`. */
  label: string;
  goal: "script" | "eval" | "function" | "module";
  strict: boolean;
  /** What a direct eval is called in. */
  home?: Home;
  dependency: string | null;
  countOnly: boolean;
}

export interface TextProduct {
  code: string;
  table: SiteTable;
  slices: Int32Array;
}

/** Null when the parser refuses the text, so that its own compilation says why. */
export function runText({ text, strict, home = 0, label, ...rest }: TextJob): TextProduct | null {
  try {
    return instrument({ source: text, path: label, lang: "js", compiled: { strict, home }, ...rest });
  } catch {
    return null;
  }
}

/** The compiler's complaint when it refuses the text. */
function compiledText(job: Job, options: CompilerOptions, text: string, goal: Fixed): Compiled | string {
  // The compiler, as our parser, would end the process.
  if (extentOf(text).nesting > DEEPEST_SOURCE) return TOO_DEEP;
  try {
    return compile(job.path, text, job.lang, goal, options, true);
  } catch (error) {
    if (error instanceof NotCompiled) return error.message;
    throw error;
  }
}

/** A compiler leaves out imports of types. */
function importsOf({ compiler }: Job, instrumented: Instrumented | null, code: string): string[] {
  if (instrumented !== null && compiler === null) return instrumented.imports();
  return requestsOf(parseSync("compiled.js", code, { lang: "js", sourceType: "module" }).module);
}

interface Probed {
  instrumented: Instrumented | null;
  goal: Fixed;
  why: string | null;
}

function probe(job: Job, source: string): Probed {
  let refusal = "not parsed";
  for (const { compiled, parsed } of goalsToTry(job, source)) {
    try {
      const { path, lang, dependency, countOnly, scopes } = job;
      const wraps = wrapsOf(job);
      const instrumented = instrument({ source, path, lang, goal: parsed, dependency, countOnly, scopes, ...wraps });
      const unknown = job.compiler ? undefined : [...instrumented.newer].find((syntax) => !knows(syntax));
      if (unknown !== undefined) throw new NotInstrumented(`this Node does not know ${SYNTAX[unknown]}`);
      return { instrumented, goal: compiled, why: null };
    } catch (error) {
      // A parser's refusal is the file's fault; anything else is ours, and still no reason to stop the program.
      if (error instanceof NotInstrumented) refusal = error.message;
      else refusal = `the instrumenter failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return leave(job, source, refusal);
}

const SYNTAX: { [syntax in NewerSyntax]: string } = {
  decorators: "decorators",
  accessor: "auto-accessors",
  using: "`using`",
  importDefer: "`import defer`",
  importSource: "`import source`",
  regExp: "a regular expression in it",
};

function knows(syntax: NewerSyntax): boolean {
  return syntax === "using" ? has("explicitResources") : syntax === "importSource" && has("importSource");
}

function leave(job: Job, source: string, why: string | null): Probed {
  return { instrumented: null, goal: firstGoal(job, source), why };
}

type Fixed = Exclude<Goal, "either">;

/** What the text is parsed as, beside what it is compiled to: TypeScript may write CommonJS with `import`. */
function goalsToTry(job: Job, source: string): { compiled: Fixed; parsed: Fixed }[] {
  const first = firstGoal(job, source);
  const plain: { compiled: Fixed; parsed: Fixed }[] = [{ compiled: first, parsed: first }];
  // As in Node: https://nodejs.org/api/packages.html#syntax-detection
  if (job.goal === "either" && first === "commonjs") plain.push({ compiled: "module", parsed: "module" });
  else if (job.compiler && first === "commonjs") plain.push({ compiled: "commonjs", parsed: "module" });
  return plain;
}

function firstGoal(job: Job, source: string): Fixed {
  if (job.goal !== "either") return job.goal;
  return job.compiler && hasModuleSyntax(job.path, source, job) ? "module" : "commonjs";
}

/** Module syntax that is still there when the types are gone; `import x = require()` and `export =` are CommonJS. */
function hasModuleSyntax(path: string, source: string, job: Job): boolean {
  if (!job.compiler || !/\b(?:import|export)\b/.test(source)) return false;
  if (extentOf(source).nesting > DEEPEST_SOURCE) return false;
  try {
    const options = { ...job.compiler, verbatimModuleSyntax: true };
    const { code } = compile(path, source, job.lang, "module", options, false);
    const bare = code.replace(/^export \{\};?$/m, "");
    return parseSync("compiled.js", bare, { lang: "js", sourceType: "unambiguous" }).module.hasModuleSyntax;
  } catch {
    return false;
  }
}
