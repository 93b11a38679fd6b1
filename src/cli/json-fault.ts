/** What JSON.parse says, in words that fit into a sentence. */
import { quote } from "./quote.js";

/** ` at line 12: Unexpected token …`. Node 20 tells the offset alone, later ones the line as well. */
export function jsonFault(error: unknown, text: string): string {
  const message = (error instanceof Error ? error.message : String(error))
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/ \(line \d+ column \d+\)$/, "");
  const offset = /at position (\d+)/.exec(message)?.[1];
  const at = offset ?? (/end of JSON input|Unterminated/.test(message) ? text.length : undefined);
  const line = at === undefined ? "" : ` at line ${text.slice(0, Number(at)).split("\n").length}`;
  const shown = message.length > 200 ? `${message.slice(0, 200)}…` : message;
  return `${line}: ${quote(shown).slice(1, -1)}`;
}
