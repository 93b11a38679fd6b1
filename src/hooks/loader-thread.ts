/** Node 20: the hooks for `import`, which run on a thread of their own. https://nodejs.org/docs/latest-v20.x/api/module.html#customization-hooks */
import { readFileSync } from "node:fs";
import type { InitializeHook, LoadHook, ResolveHook } from "node:module";
import { pathToFileURL } from "node:url";
import type { MessagePort } from "node:worker_threads";
import type { SessionOptions } from "../trace/session.js";
import { isTraceable, pathOfUrl } from "./data-modules.js";
import { type Emitter, makeEmitter, type SiteCounter } from "./emit.js";
import { Journal } from "./journal.js";
import { type Goal, goalOf, type Language, languageOf } from "./language.js";
import { installUnreportedRuntime } from "./loader-runtime.js";
import { isOurs } from "./ours.js";
import { byAlias, byTypeScript, importerOf } from "./resolve.js";
import { hideOurFrames } from "./stack.js";

export interface LoaderThreadData {
  options: SessionOptions;
  counter: SiteCounter;
  /** Its word is 1 once the program has source maps switched on. */
  mapsInText: Int32Array;
  /** Where each {@link import("./emit.js").Record} goes, before the text itself does. */
  records: MessagePort;
  /** Where the watcher reads the same, which does not wait for anybody. */
  journal: SharedArrayBuffer | null;
}

let emitter: Emitter;

export const initialize: InitializeHook<LoaderThreadData> = ({ options, counter, mapsInText, records, journal }) => {
  hideOurFrames();
  installUnreportedRuntime();
  const notes = journal && new Journal(journal);
  emitter = makeEmitter(
    options,
    counter,
    (record) => {
      records.postMessage(record);
      notes?.write({ seen: { path: record.path, why: record.why } });
    },
    () => Atomics.load(mapsInText, 0) === 1,
  );
};

export const resolve: ResolveHook = async (specifier, context, next) => {
  const importer = importerOf(context.parentURL);
  if (importer === null || isOurs(importer)) return next(specifier, context);
  const alias = byAlias(specifier, importer);
  if (alias !== null) return { url: pathToFileURL(alias).href, shortCircuit: true };
  try {
    return await next(specifier, context);
  } catch {
    const found = byTypeScript(specifier, importer);
    if (found !== null) return { url: pathToFileURL(found).href, shortCircuit: true };
  }
  return next(specifier, context);
};

export const load: LoadHook = async (url, context, next) => {
  if (!isTraceable(url) || isOurs(url)) return next(url, context);
  const path = pathOfUrl(url);
  const lang = languageOf(path);
  if (lang === null) return next(url, context);
  // Node itself has no word for it: somebody else's hook has, and his `require` will compile it.
  if (lang !== "js" && context.format === "commonjs") return next(url, context);
  if (lang !== "js") return loadTypeScript(path, url, lang, goalOf(path));
  const loaded = await next(url, context);
  // CommonJS without a source is loaded by the CommonJS loader, where `commonjs.ts` waits for it.
  if (loaded.format !== "module" || loaded.source === undefined || loaded.source === null) return loaded;
  const { source } = loaded;
  const text = emitter.emit(
    path,
    url,
    typeof source === "string" ? source : new TextDecoder().decode(source),
    lang,
    "module",
  ).text;
  return text === null ? loaded : { ...loaded, source: text };
};

/** A CommonJS file that was written as a module: its exports have no names before it is compiled. */
const MODULE_SYNTAX = /^\s*(?:import|export)\b(?!\s*(?:=|[\w$]+\s*=))/m;

function loadTypeScript(path: string, url: string, lang: Language, goal: Goal): Awaited<ReturnType<LoadHook>> {
  const source = readFileSync(path, "utf8");
  const emitted = emitter.emit(path, url, source, lang, goal);
  if (emitted.goal === "module") return { format: "module", source: emitted.text ?? source, shortCircuit: true };
  // With a source Node gives the file a `require` without `cache` and `extensions`, and finds the names of its exports
  // in that source. Without, it looks for them in the file, where TypeScript's are not to be found.
  const named = emitted.text !== null && MODULE_SYNTAX.test(source);
  return { format: "commonjs", source: named ? emitted.text : undefined, shortCircuit: true } as Awaited<
    ReturnType<LoadHook>
  >;
}
