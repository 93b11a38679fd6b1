/**
 * Loads a CommonJS file of ours with the code that V8 has made of it before: compiling what every traced thread loads takes
 * a quarter of the time that Node takes to start. (`module.enableCompileCache` would do it for the program's files, too.)
 */
import fs = require("node:fs");
import Module = require("node:module");
import path = require("node:path");
import threads = require("node:worker_threads");
import vm = require("node:vm");

/** `folder` is a cache that only we can write to; null to go without. */
function compiled(file: string, folder: string | null, parent: NodeModule): unknown {
  if (folder === null) return require(file);
  const source = fs.readFileSync(file, "utf8");
  // V8 takes code that was made under other flags for none of its own; threads start under those that we have set.
  const name = `${path.basename(file)}-${source.length}-${process.version}-${process.arch}${threads.isMainThread ? "" : "-w"}`;
  const place = path.join(folder, name);
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

function read(place: string): Buffer | undefined {
  try {
    return fs.readFileSync(place);
  } catch {
    return undefined;
  }
}

/** Renamed into its place, so that no reader sees half of it. */
function keep(place: string, script: vm.Script): void {
  const beside = `${place}.${process.pid}.${threads.threadId}`;
  try {
    fs.writeFileSync(beside, script.createCachedData(), { mode: 0o600 });
    fs.renameSync(beside, place);
  } catch {
    fs.rmSync(beside, { force: true });
  }
}

export = { compiled };
