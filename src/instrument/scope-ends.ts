/** Where an iteration or a call ends, for `--scopes`. */
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";

/**
 * `{ … }` → `$1=$aT.C[0];` and `try{ … }finally{$aT.over(3,$1,0)}`: what was made in between at the loop's or (`call`) the
 * function's own places is marked, by whatever way the body is left.
 */
export function untilOver(e: Emitter, scope: string, body: Rope, call: boolean): { begin: string; whole: Rope } {
  const since = e.temp();
  return {
    begin: `${since}=${e.probe("C")}[0];`,
    whole: ["try{", body, `}finally{${e.probe("over")}(${scope},${since},${call ? 1 : 0})}`],
  };
}
