/**
 * `Function.prototype.toString` of a probed function is to give the text that the program was written in. A comment at
 * the beginning of every function's and class's body says where that text is: `$aT:0x000001:FROM-TO`, with offsets
 * into the file's source.
 */
import type { Node } from "@oxc-project/types";
import { BASE, type Emitter, RUNTIME } from "./emitter.js";
import { pastBlanks } from "./syntax.js";

/** Where the text of a function begins that is a method's value: the tree has its parameters and body alone. */
const beginnings = new WeakMap<Node, number>();

/** `holder` is a method, a getter or a setter: its text is the function's (ECMA-262, MethodDefinition evaluation). */
export function ownsText(e: Emitter, holder: Node, value: Node, isStatic: boolean): void {
  beginnings.set(value, isStatic ? pastBlanks(e.source, holder.start + "static".length) : holder.start);
}

/**
 * The comment, or nothing where types will be taken out of the text. `takes`: so many parameters, from the first on, hold what
 * is handed over as it is (`runtime/takers.ts`).
 */
export function textMark(e: Emitter, node: Node, takes = 0): string {
  if (e.input.lang !== "js") return "";
  const taken = takes > 0 && !e.input.countOnly ? `:${takes}` : "";
  return `/*${RUNTIME}:${BASE}:${beginnings.get(node) ?? node.start}-${node.end}${taken}*/`;
}
