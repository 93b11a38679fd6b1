/** Our own files inside the traced process: they are never traced, and no stack trace shows them. */
import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { withOwnIteration } from "./own-iteration.js";

const require = createRequire(import.meta.url);

/** Our `dist` folder, with a slash at its end: as a path and as a URL. */
export const OWN_URL = new URL("../", import.meta.url).href;
export const OWN_PATH = fileURLToPath(OWN_URL);

let depth = 0;
/** `require` cannot remember them: it must not show them either. */
const loaded = new Map<string, unknown>();

/** What a program may put its own functions in place of: hooks that compile, mock or trace. */
interface Patchable {
  _extensions: { [extension: string]: unknown };
  _cache: { [path: string]: unknown };
  _load: unknown;
  _resolveFilename: unknown;
  prototype: { require: unknown; load: unknown };
}

const loader = Module as unknown as Patchable;
const handlers = { ...loader._extensions };
const statics = { _load: loader._load, _resolveFilename: loader._resolveFilename };
const methods = { require: loader.prototype.require, load: loader.prototype.load };

/** Files that were loaded while we were at work. */
const files: string[] = [];
/** Node's handlers, which are called for a file that is not in `require.cache` yet. */
const noting = Object.fromEntries(
  Object.entries(handlers).map(([extension, handler]) => [
    extension,
    (module: unknown, path: string): unknown => {
      files.push(path);
      return (handler as (module: unknown, path: string) => unknown)(module, path);
    },
  ]),
);

/** Puts Node's own functions in place; the result puts back what was there. */
function withoutPatches(): () => void {
  const before = [{ ...loader._extensions }, pick(loader, statics), pick(loader.prototype, methods)] as const;
  Object.assign(loader._extensions, noting);
  Object.assign(loader, statics);
  Object.assign(loader.prototype, methods);
  return () => {
    Object.assign(loader._extensions, before[0]);
    Object.assign(loader, before[1]);
    Object.assign(loader.prototype, before[2]);
  };
}

function pick<Holder extends object, Shape extends Partial<Holder>>(holder: Holder, like: Shape): Partial<Holder> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, holder[key as keyof Holder]])) as Partial<Holder>;
}

/** True for an extension that the program has given a handler of its own in `require.extensions`. */
export function isHandledElsewhere(extension: string): boolean {
  const { _extensions: now } = loader;
  return Object.hasOwn(now, extension) && now[extension] !== handlers[extension];
}

/** True while one of our own modules, or something it needs, is being loaded. */
export function loadingOurs(): boolean {
  return depth > 0;
}

/** Runs work of ours that may load more of our modules, or of those that we depend on, in the middle of it. */
export function asOurs<Result>(work: () => Result): Result {
  return depth > 0 ? work() : withOwnIteration(() => alone(work));
}

function alone<Result>(work: () => Result): Result {
  const putBack = withoutPatches();
  depth++;
  try {
    return work();
  } finally {
    depth--;
    putBack();
    // `require` leaves entries that the program could see.
    for (const path of files.splice(0)) delete loader._cache[path];
  }
}

/**
 * Loads one of our modules in the middle of somebody else's `require` or `import`, which must not wait. The caller names
 * the type: nothing here can know it.
 */
export function loadOurs<Module>(relative: string): Module {
  let found = loaded.get(relative);
  if (found === undefined) {
    found = asOurs(() => require(relative) as unknown);
    loaded.set(relative, found);
  }
  return found as Module;
}

export function isOurs(file: string): boolean {
  return file.startsWith(OWN_URL) || file.startsWith(OWN_PATH);
}
