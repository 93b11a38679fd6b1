/** Source text in; probed text, map and site table out. Pure: knows neither Node nor the disk. */
import type { Directive, Statement } from "@oxc-project/types";
import { type ParseResult, type ParserOptions, parseSync } from "oxc-parser";
import { packTable } from "../trace/site-table.js";
import { type Instrumented, type InstrumentInput, NotInstrumented } from "./contract.js";
import { BASE, Emitter, RUNTIME } from "./emitter.js";
import { DEEPEST_PROBED, DEEPEST_SOURCE, extentOf, MOST_TOKENS, TOO_DEEP } from "./extent.js";
import { mayImportLater, requestsOf } from "./requests.js";
import { flatten, type Rope, sourceMap } from "./rope.js";
import { visit } from "./visit.js";
import { wrappedImports } from "./wraps.js";

const SOURCE_TYPE: Record<InstrumentInput["goal"], NonNullable<ParserOptions["sourceType"]>> = {
  module: "module",
  commonjs: "commonjs",
  script: "script",
  eval: "script",
  function: "script",
};

export function instrument(input: InstrumentInput): Instrumented {
  const { source } = input;
  const { nesting, tokens } = extentOf(source);
  if (nesting > DEEPEST_SOURCE) throw new NotInstrumented(TOO_DEEP);
  if (tokens > MOST_TOKENS) throw new NotInstrumented(`it has more than ${MOST_TOKENS / 1e6} million tokens`);
  if (source.includes(RUNTIME)) throw new NotInstrumented("it holds our own probes already");
  try {
    const { instrumented, from } = emit(input, parse(input));
    if (extentOf(instrumented.code, from).nesting > Math.max(nesting, DEEPEST_PROBED))
      throw new NotInstrumented(TOO_DEEP);
    return instrumented;
  } catch (error) {
    // The walk recurses as deep as the tree is: a thousand operators in a row make a thousand levels.
    if (error instanceof RangeError) throw new NotInstrumented(TOO_DEEP);
    throw error;
  }
}

/** Text that may load an addon, or run WebAssembly: what comes out of that is to be looked at. */
const LOADS_NATIVE =
  /\.node["'`]|["'`](?:bindings|node-gyp-build|node-pre-gyp|@mapbox\/node-pre-gyp)["'`]|\bWebAssembly\.|\bdlopen\b/;

/** Complaints about what a direct eval's text may hold when it is called there, by {@link Home}. */
const FROM_AROUND = [null, /^Unexpected new\.target/, /^Unexpected new\.target|^'super' can only be referenced/];

function parse(input: InstrumentInput): ParseResult {
  const parsed = parseSync(input.path, input.source, {
    lang: input.lang,
    astType: input.lang === "ts" || input.lang === "tsx" ? "ts" : "js",
    sourceType: SOURCE_TYPE[input.goal],
    preserveParens: true,
    // What is no error of syntax and yet none that V8 compiles: it is to see the author's text when it says so.
    showSemanticErrors: input.lang === "js",
  });
  const home = input.compiled?.home ?? 0;
  const fatal = parsed.errors.find(
    ({ severity, message }) => severity === "Error" && !FROM_AROUND[home]?.test(message),
  );
  if (fatal !== undefined) throw new NotInstrumented(fatal.message);
  return parsed;
}

/** `from` is where the author's code begins, behind a table as long as what it tells of. */
function emit(input: InstrumentInput, parsed: ParseResult): { instrumented: Instrumented; from: number } {
  const { source, path } = input;
  const { program } = parsed;
  const e = new Emitter(source, input, program, visit);
  if (program.body.some((statement) => "directive" in statement && statement.directive === "use strict"))
    e.strict = true;
  let first = 0;
  let at = program.hashbang ? source.indexOf("\n", program.hashbang.end) + 1 || source.length : 0;
  for (const statement of program.body) {
    if (statement.type !== "ExpressionStatement" || !statement.directive) break;
    at = statement.end;
    first++;
  }
  // Node quotes the line of an import that fails, and takes names out of it: nothing is put before one.
  const imports = program.body.slice(first).findIndex((statement) => !isImport(statement));
  const body = imports < 0 ? program.body.length : first + imports;
  const begin = body === first ? at : (program.body[body]?.start ?? source.length);
  const head = e.statements(at, program.body.slice(first, body), begin);
  const rest = e.statements(begin, program.body.slice(body), source.length);
  const { frame } = e;
  e.keepAtTop(frame);
  const { sites, loops, functions } = e.sites;
  const table = {
    path,
    dependency: input.dependency,
    sites,
    loops,
    functions,
    ...(e.sites.bodies.length > 0 ? { bodies: e.sites.bodies } : {}),
  };
  const keyword = input.goal === "module" || input.goal === "commonjs" || input.goal === "function" ? "var" : "let";
  const temps = e.fileTemps.length > 0 ? `${keyword} ${e.fileTemps.join(",")};` : "";
  const register =
    input.compiled === undefined ? `${RUNTIME}.file(${BASE},${literal(packTable(table))},${sites.length});` : "";
  const native = LOADS_NATIVE.test(source) ? `${RUNTIME}.border();` : "";
  const header = register + native + wrappedImports(e, program) + temps;
  const ends = header !== "" && (body === first ? first > 0 : body === program.body.length);
  const rope: Rope = [e.slice(0, at), head, ends ? ";" : "", header, rest];
  const flat = flatten(rope, source);
  const instrumented = {
    code: flat.code,
    slices: flat.slices,
    map: () => sourceMap(flat, source, path),
    imports: () => requestsOf(parsed.module),
    importsLater: mayImportLater(source, parsed.comments),
    table,
    newer: e.newer,
  };
  return { instrumented, from: flat.code.indexOf(register) + register.length };
}

/** Takes effect before the module's own code runs, wherever it stands. */
function isImport(statement: Statement | Directive): boolean {
  if (statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration") return true;
  return statement.type === "ExportNamedDeclaration" && statement.source !== null;
}

/**
 * A string literal of JSON, which holds no line breaks but those that are none to it. Its quotes need no escape between
 * single ones.
 */
function literal(json: string): string {
  const text = json
    .replace(/[\\']/g, "\\$&")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  return `'${text}'`;
}

/**
 * Puts the file's first site number in place of its stand-in, which is as wide: columns stay. Loops are numbered
 * downwards from it, so a file takes the numbers from `first − loops` to `first + sites`.
 */
export function link(code: string, first: number): string {
  return code.replaceAll(BASE, `0x${first.toString(16).padStart(6, "0")}`);
}
