#!/usr/bin/env node
const module_ = require("node:module");
const { constants } = require("node:os");

// Node 22.8 and later keep compiled code on disk; NODE_DISABLE_COMPILE_CACHE turns it off.
module_.enableCompileCache?.();

const { main } = require("../dist/cli/main.cjs");

main(process).then((ending) => {
  process.exitCode = "code" in ending ? ending.code : 128 + constants.signals[ending.signal];
  // The shell is to see the script's own end; the code above stands where the signal is ignored (nohup).
  if ("signal" in ending) process.kill(process.pid, ending.signal);
});
