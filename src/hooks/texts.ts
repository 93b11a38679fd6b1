/**
 * Text that the program compiles by itself, on its way to `eval`, a function constructor or `vm`.
 *
 * The program's own call compiles it (`instrument/text-compilers.ts`), so V8 names the same origin and the same frames.
 * What V8 refuses, and what the parser does not know, goes there as it is.
 */
import vm from "node:vm";
import type { Home } from "../instrument/contract.js";
import { OwnMap } from "../runtime/collections.js";
import type { Texts as RuntimeTexts } from "../runtime/index.js";
import type { TextCompiler } from "../runtime/text-probes.js";
import type { NotSeen } from "../trace/format.js";
import { packTable, spansOf } from "../trace/site-table.js";
import { isBody, isFunction, isModule, isScript, isWithin, SourceTextModule } from "./compiles.js";
import { Contexts, type NewRealm } from "./contexts.js";
import type { EmittedText, Emitter } from "./emit.js";
import { type FileTexts, givenTo } from "./file-texts.js";
import { followVm } from "./follow-vm.js";
import { withOwnIteration } from "./own-iteration.js";
import type { TextJob } from "./pipeline.js";
import { lineStartsOf } from "./places.js";
import { emittedAt, join, part, slicesWithin } from "./text-pieces.js";
import type { TextPositions, TextRecord } from "./text-positions.js";

/** What one thread may hold of them. The next ones run as they are. */
const MOST_TEXTS = 10_000;
const MOST_UNITS = 1 << 26;

type Where = "this context" | "any context" | "context" | "new context";

type Kind =
  | { is: "eval" }
  /** `head`: how the text of such a function begins. */
  | { is: "function"; head: string }
  | { is: "script"; in: Where }
  | { is: "module" }
  | { is: "compileFunction" };

const { Script, compileFunction, runInContext, runInNewContext, runInThisContext } = vm;
const { get, getPrototypeOf } = Reflect;
const nativeEval = get(globalThis, "eval") as object;

const HEADS = ["function anonymous", "function* anonymous", "async function anonymous", "async function* anonymous"];
const samples = [() => undefined, function* () {}, async () => undefined, async function* () {}];

function constructorOf(sample: object): object {
  return (getPrototypeOf(sample) as { constructor: object }).constructor;
}

/** What a text stands in. */
interface Around {
  strict: boolean;
  home: Home;
}

const NOTHING_AROUND: Around = { strict: false, home: 0 };

/** What the arguments or the text become, by the call's site or for all places of a package. */
type Known<Given, Made> = Map<number | string, Map<Given, Made>>;

export class Texts implements TextCompiler {
  private readonly kinds = new OwnMap<object, Kind>();
  /** Package that a site is in, empty for the user's own. */
  private readonly dependencies = new Map<number, string>();
  private readonly texts: Known<string, string> = new Map();
  private readonly lists: Known<string, string[]> = new Map();
  private readonly contexts: Contexts;
  /** Text of files, which `vm` itself is given in its place; null until somebody follows it. */
  private files: Pick<FileTexts, "answer"> | null = null;
  private readonly templates = new WeakMap<string[], number[]>();
  private count = 0;
  private units = 0;
  private readonly left = new Map<string, NotSeen>();

  constructor(
    private readonly emitter: Pick<Emitter, "emitText">,
    private readonly runtime: RuntimeTexts,
    private readonly positions: Pick<TextPositions, "note">,
  ) {
    this.kinds.set(runInThisContext, { is: "script", in: "this context" });
    this.kinds.set(Script, { is: "script", in: "any context" });
    this.kinds.set(runInContext, { is: "script", in: "context" });
    this.kinds.set(runInNewContext, { is: "script", in: "new context" });
    this.kinds.set(compileFunction, { is: "compileFunction" });
    if (SourceTextModule !== undefined) this.kinds.set(SourceTextModule, { is: "module" });
    runtime.know(null, [...this.kinds.keys()]);
    this.contexts = new Contexts(runtime, (realm) => this.meet(realm));
    this.meet({ evaluate: nativeEval, functions: samples.map(constructorOf) });
    runtime.compileWith(this);
  }

  /** `functions`: the constructors of functions, generators, asynchronous functions and both. */
  private meet({ evaluate, functions }: NewRealm): void {
    if (evaluate !== null) this.kinds.set(evaluate, { is: "eval" });
    functions.forEach((made, i) => {
      this.kinds.set(made, { is: "function", head: HEADS[i] as string });
    });
    this.runtime.know(evaluate, functions);
  }

  /** From now on text of files is met at `vm`. */
  followFiles(files: FileTexts): void {
    this.files = files;
    for (const [own, standIn] of followVm(files, this.contexts)) {
      const kind = this.kinds.get(own);
      if (kind !== undefined) this.kinds.set(standIn, kind);
      this.runtime.know(null, [standIn]);
    }
  }

  /** Places whose later texts ran without probes. */
  notSeen(): NotSeen[] {
    return [...this.left.values()];
  }

  direct(site: number, mode: number, text: string): string {
    const around = { strict: (mode & 1) === 1, home: (mode >> 1) as Home };
    return withOwnIteration(() => this.text(site, site, text, "eval", "eval", around));
  }

  private indirect(site: number, text: string): string {
    return withOwnIteration(() => this.text(this.everywhere("eval", site), site, text, "eval", "eval", NOTHING_AROUND));
  }

  /**
   * V8 keeps what it compiles for an indirect eval, or for a constructor, by the text alone: whichever place has it compiled
   * is the origin of all. It does so with ours, too, if the text is the same everywhere.
   */
  private everywhere(kind: string, site: number): string {
    let dependency = this.dependencies.get(site);
    if (dependency === undefined) {
      dependency = this.runtime.place(site)?.dependency ?? "";
      this.dependencies.set(site, dependency);
    }
    return `${kind} ${dependency}`;
  }

  call(callee: object, site: number, args: unknown[]): unknown[] {
    const kind = this.kinds.get(callee);
    const first = args[0];
    if (kind !== undefined && this.isFile(kind, args)) return args;
    switch (kind?.is) {
      case "eval":
        return typeof first === "string" ? withFirst(args, this.indirect(site, first)) : args;
      case "script":
        return typeof first === "string" ? this.script(kind.in, site, first, args) : args;
      case "function":
        return args.length > 0 && areStrings(args)
          ? withOwnIteration(() => this.pieces(callee, kind.head, site, args))
          : args;
      case "module":
        return typeof first === "string" && this.entersAll(args[1], "context")
          ? withOwnIteration(() => this.module(site, first, args))
          : args;
      case "compileFunction":
        return typeof first === "string" && this.entersAll(args[2], "parsingContext")
          ? withFirst(
              args,
              withOwnIteration(() => this.body(site, first, args[1])),
            )
          : args;
      default:
        return args;
    }
  }

  private isFile(kind: Kind, args: unknown[]): boolean {
    if (this.files === null || kind.is === "eval" || kind.is === "function") return false;
    const { files } = this;
    return withOwnIteration(() => {
      const inContext = kind.is === "script" && (kind.in === "context" || kind.in === "new context");
      const at = kind.is === "compileFunction" || inContext ? 2 : 1;
      const given = givenTo(kind.is === "compileFunction" ? "function" : kind.is, args, at);
      return given !== null && files.answer(given) !== null;
    });
  }

  private script(where: Where, site: number, text: string, args: unknown[]): unknown[] {
    if (where === "context" && !this.contexts.enter(args[1])) return args;
    const made = withFirst(args, text);
    // A text that stands alone takes no context along: the script that is made of it will enter its own.
    const alone = where === "new context" && args.length < 2;
    if (where === "new context" && !alone) {
      const context = this.contexts.create(args[1], args[2]);
      if (context === null) return args;
      made[1] = context;
    }
    if (where === "any context" || alone) this.contexts.follow();
    made[0] = withOwnIteration(() => this.text(site, site, text, "vm", "script", NOTHING_AROUND));
    return made;
  }

  /** Node throws where V8's code is another text's: that of the text itself keeps it as it is, that of a probed one goes. */
  private module(site: number, text: string, args: unknown[]): unknown[] {
    const { cachedData, ...options } = { ...(args[1] as { cachedData?: unknown } | undefined) };
    if (cachedData !== undefined && isModule(text, { cachedData })) return args;
    const probed = this.text(site, site, text, "vm", "module", NOTHING_AROUND);
    if (cachedData === undefined) return withFirst(args, probed);
    return isModule(probed, { cachedData }) ? [probed, options] : args;
  }

  /** The context that the function or module will see. */
  private entersAll(options: unknown, name: "parsingContext" | "context"): boolean {
    if (typeof options !== "object" || options === null) return true;
    const context = (options as { [option: string]: unknown })[name];
    return context === undefined || this.contexts.enter(context);
  }

  /** A text that is compiled as it stands. */
  private text(
    of: number | string,
    site: number,
    text: string,
    word: string,
    goal: "eval" | "script" | "module",
    { strict, home }: Around,
  ): string {
    const known = at(this.texts, of);
    const before = known.get(text);
    if (before !== undefined) return before;
    const compiles = (code: string): boolean =>
      goal === "module" ? isModule(code) : isScript(strict ? `"use strict";${code}` : code) || isWithin(home, code);
    const emitted = this.emit(site, word, { text, goal, strict, home }, () => compiles(text));
    if (emitted === null || emitted.code === text || !compiles(emitted.code)) return this.keep(known, text, text);
    const { code, slices } = emitted;
    this.note(site, text, emitted, { script: code, source: text, places: placesOf(code, slices) });
    return this.keep(known, text, code);
  }

  /** Parameters and body of a function. */
  private pieces(callee: object, head: string, site: number, args: string[]): string[] {
    const known = at(this.lists, this.everywhere(head, site));
    const key = JSON.stringify(args);
    const before = known.get(key);
    if (before !== undefined) return this.anew(before);
    const compiles = (list: string[]): boolean => isFunction(callee as new (...list: string[]) => unknown, list);
    const pieces = join(head, args.slice(0, -1), args[args.length - 1] as string, ",", "\n");
    const given = { text: pieces.whole, goal: "function", strict: false } as const;
    const emitted = this.emit(site, "Function", given, () => compiles(args));
    const made = emitted && part(pieces, emitted);
    if (!emitted || !made || !compiles(made)) return this.keep(known, key, args);
    const { code, slices, first, table } = emitted;
    const templates = table.sites.flatMap(({ kind }, i) => (kind === "template" ? [first + i] : []));
    if (templates.length > 0) this.templates.set(made, templates);
    this.note(site, pieces.whole, emitted, { script: code, source: pieces.whole, places: placesOf(code, slices) });
    return this.keep(known, key, made);
  }

  /** Each function that is made has template objects of its own. */
  private anew(made: string[]): string[] {
    for (const site of this.templates.get(made) ?? []) this.runtime.forget(site);
    return made;
  }

  /** `vm.compileFunction`: V8 never sees the whole, and counts lines from the body's. */
  private body(site: number, body: string, params: unknown): string {
    const names = params === undefined ? [] : params;
    if (!Array.isArray(names) || !areStrings(names)) return body;
    const known = at(this.lists, site);
    const key = JSON.stringify([...names, body]);
    const before = known.get(key);
    if (before !== undefined) return before[0] as string;
    const compiles = (code: string): boolean => isBody(code, names);
    const pieces = join("function ", names, body, ", ", "");
    const given = { text: pieces.whole, goal: "function", strict: false } as const;
    const emitted = this.emit(site, "compileFunction", given, () => compiles(body));
    const made = emitted ? part(pieces, emitted)?.at(-1) : undefined;
    if (!emitted || made === undefined || !compiles(made)) return this.keep(known, key, [body])[0] as string;
    for (const each of spansOf(emitted.table)) {
      each.line--;
      each.endLine--;
    }
    const [from, to] = pieces.spans.at(-1) as [number, number];
    const own = slicesWithin(emitted.slices, emittedAt(emitted.slices, from - 1) + 1, from, to);
    this.note(site, pieces.whole, emitted, { script: made, source: body, places: placesOf(made, own) });
    return this.keep(known, key, [made])[0] as string;
  }

  /** Null where the text is to run as it is. */
  private emit(
    site: number,
    word: string,
    given: Pick<TextJob, "text" | "goal" | "strict" | "home">,
    compiles: () => boolean,
  ): EmittedText | null {
    const place = this.runtime.place(site);
    if (place === null) return null;
    const label = `${place.path}#${word}:${place.line}`;
    if (this.count >= MOST_TEXTS || this.units + given.text.length > MOST_UNITS) {
      this.left.set(label, { path: label, why: "too many different texts: the later ones ran without probes" });
      return null;
    }
    this.count++;
    this.units += given.text.length;
    return compiles() ? this.emitter.emitText({ ...given, label, dependency: place.dependency }) : null;
  }

  private note(
    site: number,
    whole: string,
    { first, table }: EmittedText,
    record: Pick<TextRecord, "script" | "source" | "places">,
  ): void {
    this.runtime.add(first, packTable(table), whole);
    this.positions.note({ site, first, sites: table.sites.length, ...record });
  }

  /** Within the same bounds; what was not kept is looked at anew each time. */
  private keep<Made>(known: Map<string, Made>, given: string, made: Made): Made {
    if (this.count < MOST_TEXTS && this.units < MOST_UNITS) known.set(given, made);
    return made;
  }
}

function at<Given, Made>(known: Known<Given, Made>, of: number | string): Map<Given, Made> {
  let here = known.get(of);
  if (here === undefined) {
    here = new Map();
    known.set(of, here);
  }
  return here;
}

/** Without a spread, which would ask the array for an iterator of the program's. */
function withFirst(args: unknown[], first: unknown): unknown[] {
  const changed = [first];
  for (let i = 1; i < args.length; i++) changed[i] = args[i];
  return changed;
}

/** No method of arrays: the program may have put its own in its place. */
function areStrings(values: unknown[]): values is string[] {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== "string") return false;
  return true;
}

function placesOf(code: string, slices: Int32Array) {
  return { slices, lineStarts: lineStartsOf(code), mappings: null };
}
