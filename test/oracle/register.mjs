/**
 * Lets plain node run the TypeScript of these tests: `node --import ./test/oracle/register.mjs test/oracle/compare.ts`.
 * Types are stripped by the same compiler that the program itself uses.
 */
import { register } from "node:module";

// Node 26 would say on stderr that it has a newer way, which Node 20 lacks.
const { noDeprecation } = process;
process.noDeprecation = true;
register("./strip-types.mjs", import.meta.url);
process.noDeprecation = noDeprecation;
