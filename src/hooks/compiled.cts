/**
 * Loads a CommonJS file of ours with the code that V8 has made of it before: compiling what every traced thread loads takes
 * 8 to 11 ms of every start. (`module.enableCompileCache` would do it for the program's files, too.)
 */
import fs = require("node:fs");
import Module = require("node:module");
import path = require("node:path");
import threads = require("node:worker_threads");
import vm = require("node:vm");

/** Names the build of what is loaded: V8 compares no more of a text than its length. The bundler puts it in. */
declare const ALLOC_TRACE_PRELOAD: string | undefined;

/** `folder` is a cache that only we can write to; null to go without. */
function compiled(file: string, folder: string | null, parent: NodeModule): unknown {
  if (folder === null || typeof ALLOC_TRACE_PRELOAD !== "string") return parent.require(file);
  const source = fs.readFileSync(file, "utf8");
  // V8 takes code that was made under other flags for none of its own; threads start under those that we have set.
  // It keeps the path, too, and another copy of this program has another: its frames would be the program's.
  const where = sumOf(Buffer.from(file)).toString(16);
  const parts = [path.basename(file), ALLOC_TRACE_PRELOAD, where, process.version, process.arch];
  const place = path.join(folder, [...parts, threads.isMainThread ? "main" : "thread"].join("-"));
  const cachedData = read(place);
  const script = new vm.Script(Module.wrap(source), {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected === true) keep(place, script);
  const own = new Module(file, parent);
  own.filename = file;
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run.call(own.exports, own.exports, Module.createRequire(file), own, file, path.dirname(file));
  own.loaded = true;
  return own.exports;
}

/** V8 does not look whether its code is whole: a sum stands in front of it. */
const SUM_BYTES = 4;

function read(place: string): Buffer | undefined {
  try {
    const kept = fs.readFileSync(place);
    const code = kept.subarray(SUM_BYTES);
    return kept.readUInt32LE(0) === sumOf(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a by words of 32 bits, and the length: http://www.isthe.com/chongo/tech/comp/fnv/ */
function sumOf(code: Buffer): number {
  let sum = 0x811c9dc5 ^ code.length;
  const whole = code.length & ~3;
  const words = new DataView(code.buffer, code.byteOffset, whole);
  for (let i = 0; i < whole; i += 4) sum = Math.imul(sum ^ words.getInt32(i, true), 0x01000193);
  for (let i = whole; i < code.length; i++) sum = Math.imul(sum ^ (code[i] as number), 0x01000193);
  return sum >>> 0;
}

/** Renamed into its place, so that no reader sees half of it. */
function keep(place: string, script: vm.Script): void {
  const beside = `${place}.${process.pid}.${threads.threadId}`;
  try {
    const code = script.createCachedData();
    const sum = Buffer.alloc(SUM_BYTES);
    sum.writeUInt32LE(sumOf(code));
    fs.writeFileSync(beside, Buffer.concat([sum, code]), { mode: 0o600 });
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

export = { compiled };
