/**
 * The source line and the caret that Node prints above an uncaught error's stack.
 *
 * They come from V8, which knows the probed text only. Node has one way round: for a script with a source map it asks
 * `SourceMap.prototype.findEntry` where the throw was (`GetSourceMapErrorSource` in
 * https://github.com/nodejs/node/blob/main/src/node_errors.cc and `lib/internal/source_map/prepare_stack_trace.js`).
 * So every emitted text ends in the comment of a map that is never read, and once an error is known to be fatal, and only
 * then, source maps are switched on with a map for each emitted file whose `findEntry` is ours. It learns the place of the
 * throw, to the column, and the frame is printed as plain Node would.
 */
import { writeSync } from "node:fs";
import Module, { SourceMap } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { types } from "node:util";
import { Script } from "node:vm";
import { has } from "./capabilities.js";
import { isData } from "./data-modules.js";
import type { Positions } from "./positions.js";
import { caret, indentOf, thrownAt } from "./source-position.js";
import { formattingStack } from "./stack.js";

/** As it was before the program could put something in its place. */
const reflect = { apply: Reflect.apply, deleteProperty: Reflect.deleteProperty, set: Reflect.set };

type FatalException = (error: unknown, fromPromise: boolean) => unknown;
type Entry = ReturnType<SourceMap["findEntry"]>;

/** `process._fatalException` is what Node calls, by that name: see `TriggerUncaughtException` in the file above. */
interface Patchable {
  _fatalException: FatalException;
  setSourceMapsEnabled(enabled: boolean): void;
}

interface Compiling {
  filename: string;
  _compile(code: string, filename: string): unknown;
}

export interface FatalHook {
  /** An uncaught error ended this thread. */
  readonly happened: boolean;
}

/**
 * `printsFrames` is false in a worker, whose errors are printed by the thread that started it. `ended` is called when an
 * error is the end of this thread, after its exit listeners.
 */
export function installFatal(positions: Positions, printsFrames: boolean, ended: () => void): FatalHook {
  const target = process as unknown as Patchable;
  const compile = (Module.prototype as unknown as Compiling)._compile;
  const hook = { happened: false };
  target._fatalException = new Proxy(target._fatalException, {
    apply(original, receiver, args: Parameters<FatalException>) {
      hook.happened = true;
      const handled: unknown = reflect.apply(original, receiver, args);
      if (handled === false) {
        if (printsFrames) prepare(positions, args[0], args[1], compile, target);
        ended();
      } else hook.happened = false;
      return handled;
    },
  });
  return hook;
}

function prepare(
  positions: Positions,
  error: unknown,
  fromPromise: boolean,
  compile: Compiling["_compile"],
  target: Patchable,
): void {
  try {
    if (types.isNativeError(error)) {
      redecorate(positions, error);
      if (framed(positions, error) || framedByUrl(positions, error, fromPromise)) return;
    }
    target.setSourceMapsEnabled(true);
    // Node lets go of a map when its module goes: they are held by the function below.
    const modules = [...positions.all().map(({ path }) => path), PRELOAD].map((path) => {
      const module = new Module(path) as unknown as Compiling;
      module.filename = path;
      compile.call(module, `//# sourceMappingURL${"="}${emptyMap(path)}`, path);
      return module;
    });
    let answered = modules.length === 0;
    SourceMap.prototype.findEntry = function (this: SourceMap, line: number, column: number): Entry {
      // Node also asks for the frames of any stack that it puts into words from now on: those are mapped already.
      const { mappings } = this.payload;
      if (mappings !== EMPTY) return findEntry.call(this, line, column);
      if (formattingStack() || answered) return NOTHING;
      answered = true;
      const url = this.payload.sources[0] ?? "";
      const place = url === PRELOAD_URL ? probed(error) : null;
      const given = { line: line + 1, column: column + 1 };
      return place === null
        ? answer(positions, error, url, positions.map(url, given.line, given.column) ?? given)
        : answer(positions, error, place.url, place);
    };
  } catch {
    // The error itself must still come out, with whatever line it has.
  }
}

/** Text that the program compiled has no map for Node to ask: the frame is printed here. */
function framed(positions: Positions, error: Error): boolean {
  // Put into words now, if nobody has looked at it yet.
  const { stack } = error;
  const frame = positions.texts.frameOf(error);
  if (frame === null || typeof stack !== "string" || stack.startsWith(frame.slice(0, frame.indexOf("\n"))))
    return false;
  writeAll(frame);
  markAsShown(error);
  return true;
}

/** A module that is its URL has no map for Node to ask, either. */
function framedByUrl(positions: Positions, error: Error, fromPromise: boolean): boolean {
  const place = probed(error);
  const path = place === null || !isData(place.url) ? null : positions.pathOf(place.url);
  const text = place === null || path === null ? null : positions.sourceLine(path, place.line);
  if (place === null || text === null) return false;
  // What a promise was rejected with has the place where it was made, anything else that of its `throw`.
  const thrown = fromPromise ? "" : thrownAt(text, place.column);
  writeAll(`${place.url}:${place.line}\n${text}\n${caret(text, place.column - thrown.length)}\n\n`);
  markAsShown(error);
  return true;
}

/** A probe throws in V8's stead: the place is the innermost of the stack, which is in the author's terms already. */
function probed(error: unknown): Place | null {
  const stack = types.isNativeError(error) ? error.stack : undefined;
  const found = typeof stack === "string" ? /^ {4}at (?:.* \()?(.+):(\d+):(\d+)\)?$/m.exec(stack) : null;
  if (found === null) return null;
  const [, script = "", line, column] = found;
  return { url: script, line: Number(line), column: Number(column) };
}

interface Place {
  url: string;
  line: number;
  column: number;
}

const PRELOAD_URL = new URL("./preload.cjs", import.meta.url).href;
const PRELOAD = fileURLToPath(PRELOAD_URL);

const NOTHING = {} as Entry;
const { findEntry } = SourceMap.prototype;
/** Only our own maps have as little in them. */
const EMPTY = "AAAA";

function emptyMap(path: string): string {
  const map = { version: 3, sources: [pathToFileURL(path).href], names: [], mappings: EMPTY };
  return `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
}

function answer(positions: Positions, error: unknown, url: string, at: Pick<Place, "line" | "column">): Entry {
  if (types.isNativeError(error)) {
    const path = positions.pathOf(url);
    const text = path === null ? null : positions.sourceLine(path, at.line);
    if (path !== null && text !== null) {
      const shown = has("framesHoldNul") ? text : text.split("\0", 1)[0];
      writeAll(`${positions.scriptOf(path)}:${at.line}\n${shown}\n${caret(text, at.column)}\n\n`);
      markAsShown(error);
    }
  }
  return { originalSource: url, originalLine: at.line - 1, originalColumn: at.column - 1 } as Entry;
}

/** A pipe may take a part of a long line, or nothing for a moment. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(2, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
    }
  }
}

const HELD = Symbol("alloc-trace error");

/** Node prints no frame for it any more. */
function markAsShown(error: Error): void {
  const { stack } = error;
  decorate(error);
  // Not when it is frozen: then Node could not change it either.
  reflect.set(error, "stack", stack);
}

/**
 * Puts the frame into the stack's text, so that Node prints none: that is what it does with an error that leaves a
 * `vm.Script` (`DecorateErrorStack`). The frame of a compiler's error is known to Node since then; else it is our script's.
 */
function decorate(error: Error): void {
  Object.defineProperty(globalThis, HELD, { value: error, configurable: true });
  try {
    new Script(
      `throw globalThis[Object.getOwnPropertySymbols(globalThis).find((s) => s.description === ${JSON.stringify(HELD.description)})]`,
    ).runInThisContext({
      displayErrors: true,
    });
  } catch {
    // It is meant to throw.
  }
  reflect.deleteProperty(globalThis, HELD);
}

const MODULE_COMPILER = /^SyntaxError: .*\n {4}at compileSourceTextModule \(node:/;

/** An error of the compiler or the linker has its frame in the stack's text already, with the probed line in it. */
function redecorate(positions: Positions, error: Error): void {
  // That of a module is put there when the error is printed.
  if (typeof error.stack === "string" && MODULE_COMPILER.test(error.stack)) decorate(error);
  const { stack } = error;
  if (typeof stack !== "string") return;
  const found = /^(.+):(\d+)\n(.*)\n([ \t]*)(\^*)\n/.exec(stack);
  if (!found) return;
  const [whole, script = "", line = "", , indent = "", carets = ""] = found;
  const path = positions.pathOf(script);
  const at = path === null ? null : positions.map(script, Number(line), indent.length + 1);
  const text = path === null || !at ? null : positions.sourceLine(path, at.line);
  if (!at || text === null) return;
  const pointer = indentOf(text, at.column) + carets;
  reflect.set(error, "stack", `${script}:${at.line}\n${text}\n${pointer}\n${stack.slice(whole.length)}`);
}
