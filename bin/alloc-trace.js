#!/usr/bin/env node
const { constants } = require("node:os");
const { compiledHere } = require("../dist/hooks/compiled.cjs");

const { exports: program, keep } = compiledHere(require.resolve("../dist/cli/main.cjs"), module);

program.main(process).then((ending) => {
  keep();
  process.exitCode = "code" in ending ? ending.code : 128 + constants.signals[ending.signal];
  // The shell is to see the script's own end; the code above stands where the signal is ignored (nohup).
  if ("signal" in ending) process.kill(process.pid, ending.signal);
});
