/**
 * The referee: runs a program in engine262, which is ECMA-262 written in JavaScript, and says for each line how many
 * arrays the specification makes there and how many of them are needed at once.
 *
 * Births are in the specification's order: a literal's array comes before its elements, `map`'s result before what the
 * callback makes. What the creating operation itself writes is part of the birth.
 */
import { installConsole } from "./console.js";
import type { Completion, EngineValue } from "./engine.js";
import { add, figuresOf, type LineFigures, type Lines, none } from "./figures.js";
import { Recorder } from "./recorder.js";

export interface Verdict {
  /** What `console.log` printed. */
  output: string;
  /** An error that nothing caught. */
  error?: { name: string; message: string };
  lines: Lines;
  totals: LineFigures;
  /** Of the totals, what code from `eval` and `new Function` made, whose lines are its own. */
  evaluated: LineFigures;
}

/** What engine262 does not have. The names are looked for in the whole text, so a mention in a comment counts too. */
const LACKING: RegExp[] = [
  /\b(toSorted|toReversed|toSpliced|fromAsync|groupBy|withResolvers|findLast|findLastIndex)\b/,
  /(?<!\.)\.(with|toArray)\(/,
  /\b(structuredClone|Buffer|TextEncoder|TextDecoder|SharedArrayBuffer|Atomics|Intl|Iterator|setTimeout|setInterval|setImmediate|queueMicrotask|process|require|performance)\b/,
  /\.(substr|anchor|toLocaleString|localeCompare|isWellFormed|__defineGetter__)\(/,
  /^import\s/m,
];

/** True when engine262 has all that the program asks for. */
export const canJudge = (source: string): boolean => !LACKING.some((pattern) => pattern.test(source));

let shared: Recorder | undefined;

export function oracle(source: string, { goal = "script" }: { goal?: "script" | "module" } = {}): Verdict {
  shared ??= new Recorder();
  const recorder = shared;
  const { engine } = recorder;
  const output: string[] = [];
  engine.setSurroundingAgent(new engine.Agent({}));
  const realm = new engine.ManagedRealm({});
  let result: unknown;
  realm.scope(() => {
    installConsole(recorder, realm, (line) => output.push(`${line}\n`));
    recorder.start();
    result =
      goal === "script" ? realm.evaluateScript(source, { specifier: "program.js" }) : evaluateModule(realm, source);
  });
  const records = recorder.stop();
  const texts = figuresOf(records, (object) => recorder.bytesUsed(object));
  const totals = none();
  const evaluated = none();
  for (const [text, lines] of texts) {
    for (const figures of lines.values()) {
      add(totals, figures);
      if (text !== source) add(evaluated, figures);
    }
  }
  const verdict: Verdict = { output: output.join(""), lines: texts.get(source) ?? new Map(), totals, evaluated };
  if (result instanceof engine.AbruptCompletion) verdict.error = thrown(recorder, result.Value);
  return verdict;
}

interface ModuleRecord {
  LoadRequestedModules(): unknown;
  Link(): unknown;
  Evaluate(): unknown;
}

function evaluateModule(realm: import("./engine.js").Realm, source: string): unknown {
  const module = realm.createSourceTextModule("program.mjs", source);
  const isModule = (value: unknown): value is ModuleRecord => typeof (value as ModuleRecord)?.Link === "function";
  if (!isModule(module)) return module;
  module.LoadRequestedModules();
  module.Link();
  const promise = module.Evaluate() as { PromiseState?: string; PromiseResult?: EngineValue };
  if (promise.PromiseState !== "rejected") return promise;
  const { engine } = shared as Recorder;
  return Object.assign(new engine.AbruptCompletion(), { Type: "throw", Value: promise.PromiseResult }) as Completion;
}

function thrown({ engine }: Recorder, value: EngineValue): { name: string; message: string } {
  const text = (of: unknown): string => (of as { stringValue?(): string } | undefined)?.stringValue?.() ?? "";
  if (engine.Type(value) !== "Object") return { name: "", message: text(value) };
  const get = (key: string): string => {
    const got = engine.Get(value, engine.Value(key)) as EngineValue | Completion;
    return text("Type" in got && got.Type === "normal" ? (got as Completion).Value : got);
  };
  return { name: get("name"), message: get("message") };
}
