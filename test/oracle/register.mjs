/**
 * Lets plain node run the TypeScript of these tests: `node --import ./test/oracle/register.mjs test/oracle/compare.ts`.
 * Types are stripped by the same compiler that the program itself uses.
 */
import { register } from "node:module";

register("./strip-types.mjs", import.meta.url);
