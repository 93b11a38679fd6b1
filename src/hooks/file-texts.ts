/**
 * Test runners (jest, vitest) and module loaders of a program's own read files, compile them to JavaScript and give the
 * text to `vm` under the file's name. Such a text is traced as the file: with its lines, its package, and as `--deps`,
 * `--include` and `--exclude` say of it. Unlike other text of a program's own (`texts.ts`) it is met at `vm` itself, since
 * whoever compiles it is seldom traced, and need not be.
 */
import { RUNTIME_NAME, type Texts as RuntimeTexts } from "../runtime/index.js";
import { packTable, type Span, spansOf } from "../trace/site-table.js";
import type { EmittedText, Emitter } from "./emit.js";
import { isOurs } from "./ours.js";
import { withOwnIteration } from "./own-iteration.js";
import { lineStartsOf } from "./places.js";
import type { Selection } from "./selection.js";
import { contentOf, type Offset, type StandsFor, standsFor, unmapped } from "./stands-for.js";
import { emittedAt, join, part, slicesWithin } from "./text-pieces.js";
import type { TextPositions } from "./text-positions.js";
import type { Seen } from "./trace-file.js";

/** What is compiled: `params` are a function's, null for a script or a module. */
export interface Given {
  text: string;
  goal: "script" | "module" | "function";
  params: string[];
  filename: string;
  offset: Offset;
}

/** What becomes of a file's text: null for a file that is to stay as it is. */
export interface Answer {
  text: string | null;
}

/** What a call of `vm` compiles; null where its text has no name of a file. `at`: where its options are. */
export function givenTo(goal: Given["goal"], args: unknown[], at: number): Given | null {
  const text = args[0];
  const options = optionsOf(args, at);
  const filename = goal === "module" ? options.identifier : options.filename;
  if (typeof text !== "string" || typeof filename !== "string" || !NAMES_FILE.test(filename) || isOurs(filename)) {
    return null;
  }
  const params = goal === "function" && args[1] !== undefined ? args[1] : [];
  if (!Array.isArray(params) || !params.every((param) => typeof param === "string")) return null;
  const offset = { lines: wholeNumber(options.lineOffset), columns: wholeNumber(options.columnOffset) };
  return { text, goal, params: params as string[], filename, offset };
}

/** What Node passes to a module's body: https://nodejs.org/api/modules.html#the-module-wrapper */
const COMMONJS = ["exports", "require", "module", "__filename", "__dirname"];

const NAMES_FILE = /^(?:[/\\]|file:|[A-Za-z]:[/\\])/;

interface Options {
  filename?: unknown;
  identifier?: unknown;
  lineOffset?: unknown;
  columnOffset?: unknown;
  parsingContext?: unknown;
  context?: unknown;
}

export function optionsOf(args: unknown[], at: number): Options {
  const given = args[at];
  // Node takes a file's name for the options, too.
  if (typeof given === "string") return { filename: given };
  return typeof given === "object" && given !== null ? given : {};
}

function wholeNumber(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? value : 0;
}

/** What one thread may hold of them, texts and probed texts; the next ones run as they are. */
const MOST_UNITS = 1 << 27;

export class FileTexts {
  /** By name and text: a runner gives each test file its own copy of a module. */
  private readonly known = new Map<string, Map<string, Answer>>();
  private units = 0;

  constructor(
    private readonly emitter: Pick<Emitter, "emitText">,
    private readonly runtime: Pick<RuntimeTexts, "add">,
    private readonly positions: Pick<TextPositions, "note">,
    private readonly selected: Selection,
    private readonly saw: (seen: Seen) => void,
  ) {}

  /** `otherwise` where the text is no file's, as far as can be seen. */
  answer(given: Given, otherwise: StandsFor | null = null): Answer | null {
    const { filename, text, params } = given;
    const { lines, columns } = given.offset;
    const at = `${filename}|${lines}|${columns}|${given.goal}|${params.join(",")}`;
    let known = this.known.get(at);
    if (known === undefined) {
      known = new Map();
      this.known.set(at, known);
    }
    const before = known.get(text);
    if (before !== undefined) return before;
    const file = standsFor(text, filename, given.offset) ?? otherwise;
    if (file === null) return null;
    const answer = { text: this.make(given, file) };
    // Beyond the limit each text is looked at anew each time.
    if (this.units < MOST_UNITS) known.set(text, answer);
    this.units += text.length + (answer.text?.length ?? 0);
    return answer;
  }

  /** Of what somebody hands to `module._compile`; `own` says what to do with the file's own text. */
  compiled(content: string, filename: string, own: "take" | "leave"): Answer | null {
    return withOwnIteration(() => {
      // It has probes already.
      if (content.includes(RUNTIME_NAME)) return { text: null };
      if (own === "leave" && content === contentOf(filename)) return null;
      const offset = { lines: 0, columns: 0 };
      return this.answer({ text: content, goal: "function", params: COMMONJS, filename, offset }, unmapped(filename));
    });
  }

  private make(given: Given, file: StandsFor): string | null {
    const { dependency } = file;
    const left = this.selected(file.path, dependency);
    if (left !== null || this.units > MOST_UNITS) {
      this.saw({ path: file.path, why: left ?? "too many texts were compiled: the later ones ran without probes" });
      return null;
    }
    const made = given.goal === "function" ? this.body(given, file) : this.whole(given, file);
    this.saw({ path: file.path, why: made === null ? "not parsed" : null });
    return made;
  }

  private whole({ text, goal, offset }: Given, file: StandsFor): string | null {
    const { path: label, dependency } = file;
    const job = { text, goal: goal === "module" ? goal : "script", strict: false, label, dependency } as const;
    const emitted = this.emitter.emitText(job, "kept");
    if (emitted === null) return null;
    this.note(text, emitted, file, { script: emitted.code, source: text, slices: emitted.slices, offset });
    return emitted.code;
  }

  /** Of `vm.compileFunction`: V8 never sees the whole, and counts lines from the body's. */
  private body({ text, params, offset }: Given, file: StandsFor): string | null {
    const pieces = join("function ", params, text, ", ", "");
    const job = { text: pieces.whole, goal: "function", strict: false, label: file.path } as const;
    const emitted = this.emitter.emitText({ ...job, dependency: file.dependency }, "kept");
    const made = emitted ? part(pieces, emitted)?.at(-1) : undefined;
    if (!emitted || made === undefined) return null;
    const { table } = emitted;
    for (const span of spansOf(table)) {
      span.line--;
      span.endLine--;
    }
    const [from, to] = pieces.spans.at(-1) as [number, number];
    const slices = slicesWithin(emitted.slices, emittedAt(emitted.slices, from - 1) + 1, from, to);
    this.note(pieces.whole, emitted, file, { script: made, source: text, slices, offset });
    return made;
  }

  private note(
    whole: string,
    { first, table }: EmittedText,
    file: StandsFor,
    { script, source, slices, offset }: { script: string; source: string; slices: Int32Array; offset: Offset },
  ): void {
    for (const span of spansOf(table)) toFile(span, file);
    this.runtime.add(first, packTable(table), whole);
    const places = { slices, lineStarts: lineStartsOf(script), mappings: null };
    // No call of the program's own is known to have compiled it.
    this.positions.note({ site: 0, first, sites: table.sites.length, script, source, places, offset, file });
  }
}

/** What the compiler has put in stands on no line of the author's: it is shown on the file's first one. */
function toFile(span: Span, file: StandsFor): void {
  const begin = file.place(span.line, span.column) ?? { line: 1, column: 1 };
  const last = file.place(span.endLine, span.endColumn - 1);
  const ordered = last && (last.line > begin.line || (last.line === begin.line && last.column >= begin.column));
  const end = ordered ? { line: last.line, column: last.column + 1 } : { line: begin.line, column: begin.column + 1 };
  span.line = begin.line;
  span.column = begin.column;
  span.endLine = end.line;
  span.endColumn = end.column;
}
