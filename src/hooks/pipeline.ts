/**
 * From a file's text to the text that Node gets: probes, then types and JSX out. Loaded only for a file that the disk
 * cache does not hold, because the parsers it needs take longer to load than most scripts run.
 */
import { parseSync } from "oxc-parser";
import { NotInstrumented } from "../instrument/contract.js";
import { instrument } from "../instrument/index.js";
import { has } from "./capabilities.js";
import { compile, NotCompiled } from "./compile.js";
import { withExportNames } from "./export-names.js";
import type { Goal, Language } from "./language.js";
import type { CompilerOptions } from "./tsconfig.js";

export interface Job {
  path: string;
  lang: Language;
  goal: Goal;
  /** Package name of a file under `node_modules`. */
  dependency: string | null;
  countOnly: boolean;
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
  /** Version 3 `mappings`, the last step's first, when they were asked for: each leads to the text before that step. */
  steps: string[];
}

export function run(job: Job, source: string, wantMaps: boolean): Product {
  const product = make(job, source, wantMaps);
  const known = has("syncHooks") || product.goal !== "module" || product.code === null;
  return { ...product, imports: known ? [] : importsOf(product.code ?? "") };
}

function importsOf(code: string): string[] {
  const { staticImports, staticExports } = parseSync("compiled.js", code, { lang: "js", sourceType: "module" }).module;
  const requests = [
    ...staticImports.map((found) => found.moduleRequest),
    ...staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest)),
  ];
  const inOrder = requests.flatMap((request) => (request ? [request] : [])).sort((a, b) => a.start - b.start);
  return [...new Set(inOrder.map((request) => request.value))];
}

function make(job: Job, source: string, wantMaps: boolean): Omit<Product, "imports"> {
  const probed = job.probe ? probe(job, source, wantMaps) : null;
  const goal = probed?.goal ?? firstGoal(job, source);
  const why = probed?.why ?? null;
  const steps: string[] = probed?.mappings ? [probed.mappings] : [];
  const text = probed?.code ?? source;
  const counts = { sites: probed?.sites ?? 0, loops: probed?.loops ?? 0 };
  if (!job.compiler) {
    const code = probed?.code ?? null;
    return {
      code: code !== null && goal === "commonjs" ? withExportNames(code, source) : code,
      goal,
      why,
      ...counts,
      steps,
    };
  }
  try {
    const compiled = compile(job.path, text, job.lang, goal, job.compiler, wantMaps);
    if (compiled.mappings !== null) steps.unshift(compiled.mappings);
    return { code: compiled.code, goal, why, ...counts, steps };
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    return { code: null, goal, why: error.message, sites: 0, loops: 0, steps: [] };
  }
}

interface Probed {
  code: string | null;
  goal: Exclude<Goal, "either">;
  why: string | null;
  sites: number;
  loops: number;
  mappings: string | null;
}

function probe(job: Job, source: string, wantMaps: boolean): Probed {
  let refusal: string | null = null;
  const goals = goalsToTry(job, source);
  for (const { compiled, parsed } of goals) {
    try {
      const { path, lang, dependency, countOnly } = job;
      const result = instrument({ source, path, lang, goal: parsed, dependency, countOnly });
      return {
        code: result.code,
        goal: compiled,
        why: null,
        sites: result.table.sites.length,
        loops: result.table.loops.length,
        mappings: wantMaps ? result.map().mappings : null,
      };
    } catch (error) {
      // A parser's refusal is the file's fault; anything else is ours, and still no reason to stop the program.
      if (error instanceof NotInstrumented) refusal ??= error.message;
      else refusal = `the instrumenter failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return { code: null, goal: firstGoal(job, source), why: refusal ?? "not parsed", sites: 0, loops: 0, mappings: null };
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
  try {
    const options = { ...job.compiler, verbatimModuleSyntax: true };
    const { code } = compile(path, source, job.lang, "module", options, false);
    const bare = code.replace(/^export \{\};?$/m, "");
    return parseSync("compiled.js", bare, { lang: "js", sourceType: "unambiguous" }).module.hasModuleSyntax;
  } catch {
    return false;
  }
}
