/** `node --import ./test/oracle/register.mjs test/oracle/run.ts program.js`: the referee's verdict, line by line. */
import { readFileSync } from "node:fs";
import { oracle } from "./oracle.js";

const path = process.argv[2];
if (path === undefined) throw new Error("give the program to judge");
const source = readFileSync(path, "utf8");
const verdict = oracle(source, { goal: /\.mjs$/.test(path) ? "module" : "script" });
process.stdout.write(verdict.output);
if (verdict.error) console.log(verdict.error);
const lines = [...verdict.lines].sort(([a], [b]) => a - b);
console.table(Object.fromEntries(lines));
console.log(verdict.totals, verdict.evaluated.allocated);
