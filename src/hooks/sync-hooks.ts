/** Node 22.15 and later: one pair of hooks, in this thread, for `import` and `require`. */
import { readFileSync } from "node:fs";
import Module from "node:module";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { matches } from "../trace/matches.js";
import { followCompilers, isCompiledElsewhere } from "./commonjs.js";
import { isTraceable, pathOfUrl } from "./data-modules.js";
import type { Emitter } from "./emit.js";
import type { FileTexts } from "./file-texts.js";
import { type Goal, goalOf, languageOf } from "./language.js";
import { isHandledElsewhere, isOurs, loadingOurs } from "./ours.js";
import { byAlias, byTypeScript, importerOf } from "./resolve.js";
import { withMoreFrames } from "./stack.js";

interface Resolved {
  url: string;
  format?: string | null;
  shortCircuit?: boolean;
}

interface Loaded {
  format: string | null | undefined;
  source?: string | ArrayBuffer | NodeJS.TypedArray | null;
  shortCircuit?: boolean;
}

/** https://nodejs.org/api/module.html#moduleregisterhooksoptions */
interface SyncHooks {
  resolve?(
    specifier: string,
    context: { parentURL?: string },
    next: (specifier: string, context?: object) => Resolved,
  ): Resolved;
  load?(url: string, context: { format?: string | null }, next: (url: string, context?: object) => Loaded): Loaded;
}

const { registerHooks } = Module as unknown as { registerHooks(hooks: SyncHooks): unknown };

/**
 * What `import` cannot find and TypeScript can. A program in JavaScript goes without: with a hook for `resolve` Node takes
 * another way inside, and the stack of "Cannot find package" would show it.
 */
function installResolver(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const importer = loadingOurs() ? null : importerOf(context.parentURL);
      if (importer === null) return next(specifier, context);
      const alias = byAlias(specifier, importer);
      if (alias !== null) return { url: pathToFileURL(alias).href, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch {
        const found = byTypeScript(specifier, importer);
        if (found !== null) return { url: pathToFileURL(found).href, shortCircuit: true };
      }
      // Once more, for the error: thrown again by us, it would be reported as ours.
      return withMoreFrames(HOOK_DEPTH, () => next(specifier, context));
    },
  });
}

/** `nextResolve` and our own hook, each with Node's wrapper around it. */
const HOOK_DEPTH = 5;

export function installSyncHooks(emitter: Emitter, files: FileTexts | null): void {
  let resolves = false;
  if (files !== null) followCompilers(files);
  registerHooks({
    load(url, context, next) {
      if (loadingOurs() || !isTraceable(url) || isOurs(url) || !isCode(context.format)) return next(url, context);
      const path = pathOfUrl(url);
      const lang = languageOf(path);
      if (lang === null || (files !== null && isCompiledElsewhere(path))) return next(url, context);
      if (lang !== "js") {
        // tsx and its like: what they are given without a text goes to their handler, whose result is probed.
        if (goalOf(path) === "commonjs" && isHandledElsewhere(extname(path))) return next(url, context);
        if (!resolves) installResolver();
        resolves = true;
        const emitted = emitter.emit(path, url, readFileSync(path, "utf8"), lang, goalOf(path));
        if (emitted.text === null) return next(url, context);
        return { format: emitted.goal, source: emitted.text, shortCircuit: true };
      }
      const loaded = next(url, context);
      if (!isCode(loaded.format) || loaded.source === null || loaded.source === undefined) return loaded;
      const { text } = emitter.emit(path, url, textOf(loaded.source), lang, goalOfFormat(loaded.format));
      // All else that Node says of the file is left as it is: Node 22 has `shouldBeReloadedByCJSLoader` among it, by which a
      // CommonJS file keeps its usual `require`.
      return text === null ? loaded : { ...loaded, source: text };
    },
  });
}

function isCode(format: string | null | undefined): boolean {
  return format === undefined || format === null || matches(/^(?:module|commonjs|typescript)/, format);
}

function goalOfFormat(format: string | null | undefined): Goal {
  if (format === "module") return "module";
  return format === "commonjs" ? "commonjs" : "either";
}

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  // As Node decodes it, a byte order mark and invalid bytes included.
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
