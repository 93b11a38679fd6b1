/** What of two runs must be the same. */
import type { Ran } from "../program.js";

/** Without the frame that Node shows of itself, and without its lines of the stack. */
function withoutNodesOwn(stderr: string): string {
  return stderr
    .replace(/^\n*node:internal.*\n.*\n.*\n\n?/, "")
    .replace(/^ +at .*node:internal.*?( \{)?\n/gm, "$1\n")
    .replace(/\n+/g, "\n");
}

/** `throughNode`: Node reports an error itself, from within its hooks. Process numbers differ from run to run. */
export function seenIn({ code, signal, stdout, stderr }: Ran, throughNode: boolean): Ran {
  const numbered = stderr.replace(/^\(node:\d+\)/gm, "(node)");
  return { code, signal, stdout, stderr: throughNode ? withoutNodesOwn(numbered) : numbered };
}
