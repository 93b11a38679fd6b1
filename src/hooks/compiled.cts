/**
 * Loads a CommonJS file of ours with the code that V8 has made of it before, for the functions of a start as well: compiling
 * them takes some 20 ms on each side. (`module.enableCompileCache`, where Node has it, is no quicker, and would do it for the
 * program's files, too.)
 */
import fs = require("node:fs");
import Module = require("node:module");
import path = require("node:path");
import vm = require("node:vm");

const { cacheFolder, ownFolder } = require("./cache-folder.js") as typeof import("./cache-folder.js");
const { fingerprint } = require("./fingerprint.js") as typeof import("./fingerprint.js");

/** Names the builds of what is loaded, by file: V8 compares no more of a text than its length. The bundler puts it in. */
declare const ALLOC_TRACE_BUILDS: Readonly<Record<string, string>> | undefined;

interface Loaded {
  exports: unknown;
  /** To be called when what every start needs has run, and V8's flags are what they were. */
  keep(): void;
}

/**
 * `folder` is a cache that only we can write to; null, or NODE_DISABLE_COMPILE_CACHE, to go without. `flags` names the flags
 * of V8, which takes code that was made under others for none of its own.
 */
function compiled(file: string, folder: string | null, parent: NodeModule, flags: string): Loaded {
  const build = typeof ALLOC_TRACE_BUILDS === "object" ? ALLOC_TRACE_BUILDS[path.basename(file)] : undefined;
  if (folder === null || build === undefined || process.env.NODE_DISABLE_COMPILE_CACHE)
    return { exports: parent.require(file), keep: () => undefined };
  const source = fs.readFileSync(file, "utf8");
  // V8 keeps the path, too, and another copy of this program has another: its frames would be the program's.
  const parts = [path.basename(file), build, fingerprint(file), process.version, process.arch, flags];
  const place = path.join(folder, parts.join("-"));
  const cachedData = read(place);
  const script = new vm.Script(Module.wrap(source), {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const accepted = cachedData !== undefined && script.cachedDataRejected !== true;
  const own = new Module(file, parent);
  own.filename = file;
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run.call(own.exports, own.exports, Module.createRequire(file), own, file, path.dirname(file));
  own.loaded = true;
  return {
    exports: own.exports,
    keep() {
      if (!accepted) write(place, script);
    },
  };
}

/**
 * V8 does not look whether its code is whole. It lies there twice: comparing takes Node a few microseconds, and summing up
 * in JavaScript some milliseconds.
 */
function read(place: string): Buffer | undefined {
  try {
    const kept = fs.readFileSync(place);
    const code = kept.subarray(0, kept.length / 2);
    return code.length > 0 && code.equals(kept.subarray(code.length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Renamed into its place, so that no reader sees half of it. */
function write(place: string, script: vm.Script): void {
  const beside = `${place}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    const code = script.createCachedData();
    fs.writeFileSync(beside, Buffer.concat([code, code]), { mode: 0o600 });
    fs.renameSync(beside, place);
  } catch {
    // No space, or no right: then there may be none to take it away, either (`--permission`).
    try {
      fs.rmSync(beside, { force: true });
    } catch {
      // It goes with what is oldest in the folder.
    }
  }
}

/** As {@link compiled}, from the cache of whoever runs this. */
function compiledHere(file: string, parent: NodeModule): Loaded {
  const folder = cacheFolder(process.env);
  return compiled(file, folder !== null && ownFolder(folder) ? folder : null, parent, "own");
}

export = { compiled, compiledHere };
