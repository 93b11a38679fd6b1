/** What the instrumenter takes and gives. Pure data: no Node, no disk. */
import type { SiteTable } from "../trace/site-table.js";

/** Null for a module that is not to be wrapped. */
export type Wraps = (specifier: string) => {
  /** Names of exports with spaces between them, empty for all. */
  names: string;
  /** The module as the user has written it. */
  module: string;
} | null;

export interface InstrumentInput {
  source: string;
  /** Used for the parser's language and the site table only; never read. */
  path: string;
  lang: "js" | "jsx" | "ts" | "tsx";
  /**
   * How the text will be compiled. `function` is one function expression in parentheses, whose text a constructor makes
   * of pieces.
   */
  goal: "module" | "commonjs" | "script" | "eval" | "function";
  /** Package name for a dependency's file (its allocations are put down to the user's line), null for own code. */
  dependency: string | null;
  /** Leave lifetimes out: only births are probed. */
  countOnly: boolean;
  /** Mark the ends of iterations and calls. */
  scopes?: boolean;
  /** Modules that the user wants wrapped, by how a file asks for them; left out where there are none. */
  wraps?: Wraps;
  /** Text that the program compiles by itself: it may run more than once, and who compiles it registers its table. */
  compiled?: { strict: boolean; home: Home };
}

/** What code stands in, as to `new.target` (1: a function that is no arrow) and `super.x` (2: a class's method) in it. */
export type Home = 0 | 1 | 2;

export interface Instrumented {
  /** Probed text, types still in it where the input had types. Every line stays where it was. */
  code: string;
  /** Triples (offset in `code`, offset in the source, length): what of the code is the user's own text. */
  slices: Int32Array;
  /** Source map (version 3) from `code` to the input, generated on demand: it is not cheap. */
  map(): { version: 3; sources: string[]; sourcesContent?: string[]; names: string[]; mappings: string };
  /** What it imports as a module, in order. */
  imports(): string[];
  /** Whether it may import something once it runs. */
  importsLater: boolean;
  /** The site table. `code` of a file carries it in its header. */
  table: SiteTable;
  /** What of it the text holds. */
  newer: ReadonlySet<NewerSyntax>;
}

/** Syntax that the parser knows and an engine may not. */
export type NewerSyntax = "decorators" | "accessor" | "using" | "importDefer" | "importSource" | "regExp";

/** The parser refused the text: the file is to run untraced, so that Node reports the error in its own words. */
export class NotInstrumented extends Error {}
