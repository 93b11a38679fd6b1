#!/usr/bin/env node
const module_ = require("node:module");
const { constants } = require("node:os");

/** Node 22.8 and later keep compiled code on disk, before that we do; NODE_DISABLE_COMPILE_CACHE turns it off. */
function load() {
  const file = require.resolve("../dist/cli/main.cjs");
  if (module_.enableCompileCache || process.env.NODE_DISABLE_COMPILE_CACHE) {
    module_.enableCompileCache?.();
    return { exports: require(file), keep: () => undefined };
  }
  return require("../dist/hooks/compiled.cjs").compiledHere(file, module);
}

const { exports: program, keep } = load();

program.main(process).then((ending) => {
  keep();
  process.exitCode = "code" in ending ? ending.code : 128 + constants.signals[ending.signal];
  // The shell is to see the script's own end; the code above stands where the signal is ignored (nohup).
  if ("signal" in ending) process.kill(process.pid, ending.signal);
});
