/**
 * `require`, through the one method that all CommonJS goes through: Node 20's files, and texts that others compile.
 *
 * A wrapper around `Module.prototype._compile` would stand in the stack of everything that a module does while it loads,
 * and push out frames that plain Node shows (it keeps ten). So `_compile` is read through a getter: when it is Node's own
 * `.js` handler that reads it, it gets the original with the probed text bound to it, which leaves no frame. Whoever else
 * reads it (`require-from-string`, `pirates` and all that build on it) compiles a text of his own making, and gets a
 * function that probes what it is given.
 */
import { readFileSync } from "node:fs";
import Module from "node:module";
import { pathToFileURL } from "node:url";
import { IMPORTS_LATER } from "../instrument/requests.js";
import { matches } from "../trace/matches.js";
import type { Emitter } from "./emit.js";
import type { FileTexts } from "./file-texts.js";
import { importsFirst } from "./imports-first.js";
import { type Goal, goalOf, type Language, languageOf } from "./language.js";
import { isOurs, loadingOurs } from "./ours.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

type Compile = (this: LoadingModule, content: string, filename: string, format?: string) => unknown;

interface LoadingModule {
  id?: string;
  filename?: string | null;
}

/** `id` of the script that Node was started with. */
const MAIN = ".";

interface Loader {
  prototype: { _compile: Compile };
}

interface File {
  path: string;
  content: string;
  lang: Language;
  goal: Goal;
}

export function installCommonJs(emitter: Emitter, files: FileTexts | null, startLoaderThread: () => void): void {
  const loader = Module as unknown as Loader;
  const original = loader.prototype._compile;

  const requireImports = importsFirst((path) => {
    const lang = languageOf(path);
    const source = lang === null || skip(path) ? null : readText(path);
    if (lang === null || source === null) return null;
    return emitter.emit(path, pathToFileURL(path).href, source, lang, goalOf(path));
  });

  const probed = (file: File, main: boolean): { text: string; format?: string } => {
    const { path, content, lang, goal } = file;
    const emitted = emitter.emit(path, pathToFileURL(path).href, content, lang, goal);
    // Node reads a script anew, as what it turned out to be.
    if (emitted.importsLater || (emitted.goal === "module" && main)) startLoaderThread();
    const whole = emitted.text ?? content;
    const required = emitted.goal === "module" && !main;
    const text = required ? requireImports(path, emitted.imports, whole) : whole;
    // Node is left to find out for itself what a `.js` file without a `type` is, and to warn as it does.
    if (lang === "js" && goal === "either") return { text };
    return { text, format: emitted.goal };
  };

  const wrapper = compilingWrapper(original, (content, filename) => {
    const answer = files?.compiled(content, filename, "leave") ?? null;
    if (answer !== null) {
      if (matches(IMPORTS_LATER, content)) startLoaderThread();
      return answer.text ?? content;
    }
    // Whatever it was written in, it is JavaScript by now.
    return probed({ path: filename, content, lang: "js", goal: "either" }, false).text;
  });
  let current: Compile = wrapper;

  Object.defineProperty(loader.prototype, "_compile", {
    configurable: true,
    enumerable: true,
    get(this: LoadingModule): Compile {
      const { filename } = this;
      if (current !== wrapper || typeof filename !== "string" || skip(filename) || !readByLoader()) return current;
      const lang = languageOf(filename);
      if (lang === null) return current;
      const goal = goalOf(filename);
      if (goal === "module" && this.id === MAIN) {
        // Node sees what it is and starts again with the loader for ES modules, which reads it anew.
        startLoaderThread();
        return original.bind(this, "", filename, goal);
      }
      const content = readFileSync(filename, "utf8");
      const { text, format } = probed({ path: filename, content, lang, goal }, this.id === MAIN);
      return original.bind(this, text, filename, format);
    },
    set(this: LoadingModule, value: Compile) {
      if (this === loader.prototype) current = value;
      else Object.defineProperty(this, "_compile", { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

/** For whoever compiles a text of his own making: `probe` gives what takes its place. */
function compilingWrapper(original: Compile, probe: (content: string, filename: string) => string): Compile {
  return new Proxy(original, {
    apply(target, module: LoadingModule, args: Parameters<Compile>) {
      const content = args[0];
      const filename = args[1];
      const known = typeof content !== "string" || typeof filename !== "string" || skip(filename);
      if (!known && languageOf(filename) !== null) args[0] = probe(content, filename);
      return apply(target, module, args);
    },
  });
}

/**
 * Node 22.15 and later, where hooks see what is loaded but not what a handler in `require.extensions` (ts-node,
 * @babel/register) makes of it: {@link isCompiledElsewhere} keeps the hook from such a file, and its text is probed here.
 */
export function followCompilers(files: FileTexts): void {
  const { prototype } = Module as unknown as Loader;
  const original = prototype._compile;
  const wrapper = compilingWrapper(
    original,
    (content, filename) => files.compiled(content, filename, "take")?.text ?? content,
  );
  let current: Compile = wrapper;
  Object.defineProperty(prototype, "_compile", {
    configurable: true,
    enumerable: true,
    get: (): Compile => (current === wrapper && readByLoader() ? original : current),
    set(this: LoadingModule, value: Compile) {
      if (this === prototype) current = value;
      else Object.defineProperty(this, "_compile", { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

/** Somebody has put himself between Node and a module that is being loaded, to change its text. */
export function isCompiledElsewhere(path: string): boolean {
  const modules = (Module as unknown as { _cache: { [path: string]: object | undefined } })._cache;
  const module = Object.hasOwn(modules, path) ? modules[path] : undefined;
  return module !== undefined && Object.hasOwn(module, "_compile");
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function skip(filename: string): boolean {
  return loadingOurs() || isOurs(filename);
}

/** True when the getter's caller is `Module._extensions['.js']` of Node itself. */
function readByLoader(): boolean {
  const limit = Error.stackTraceLimit;
  const descriptor = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  const target: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = 1;
    Object.defineProperty(Error, "prepareStackTrace", {
      configurable: true,
      writable: true,
      value: (_: unknown, sites: NodeJS.CallSite[]) => sites[0]?.getFileName(),
    });
    Error.captureStackTrace(target, Object.getOwnPropertyDescriptor(Module.prototype, "_compile")?.get);
    return target.stack === "node:internal/modules/cjs/loader";
  } finally {
    Error.stackTraceLimit = limit;
    if (descriptor) Object.defineProperty(Error, "prepareStackTrace", descriptor);
  }
}
