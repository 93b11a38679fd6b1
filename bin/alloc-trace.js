#!/usr/bin/env node
import module from "node:module";
import { constants } from "node:os";

// Node 22.8 and later keep compiled code on disk; NODE_DISABLE_COMPILE_CACHE turns it off.
module.enableCompileCache?.();

const { main } = await import("../dist/cli/main.js");
const ending = await main(process);
process.exitCode = "code" in ending ? ending.code : 128 + constants.signals[ending.signal];
// The shell is to see the script's own end; the code above stands where the signal is ignored (nohup).
if ("signal" in ending) process.kill(process.pid, ending.signal);
