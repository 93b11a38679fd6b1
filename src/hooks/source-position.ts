/**
 * V8's position of a property read, where a probe around the object has changed it.
 *
 * `a.b` stands at its name, but once a chain has a call in it, all that follows stands at its dot: `a().b`. See
 * `ParseMemberExpressionContinuation` and `ParseLeftHandSideContinuation` in
 * https://source.chromium.org/chromium/chromium/src/+/main:v8/src/parsing/parser-base.h. With a probe the object is always
 * a call.
 */

/** The column (0-based) that V8 would give for the dot at `column`: its own, or that of the name behind it. */
export function propertyColumn(line: string, column: number): number {
  if (line[column] !== "." || followsCall(line, column)) return column;
  const name = /^\.\s*(?=[\p{ID_Start}$_#\\])/u.exec(line.slice(column));
  return name ? column + name[0].length : column;
}

/** Whether the chain of members that ends before `end` has a call in it. Strings with brackets in them can mislead it. */
function followsCall(line: string, end: number): boolean {
  let at = end;
  for (;;) {
    at = skipBlank(line, at);
    const last = line[at - 1];
    if (last === ")" || last === "]") {
      const open = opening(line, at - 1);
      if (open < 0) return false;
      at = open;
      const before = line[skipBlank(line, at) - 1] ?? "";
      const heads =
        /[\w$\])]/.test(before) &&
        !/(?:^|[^\w$.])(?:return|typeof|in|of|await|yield|case|void|delete|throw)\s*$/.test(line.slice(0, at));
      if (!heads) return false;
      if (last === ")") return !/(?:^|[^\w$.])new\s+[\w$.]+\s*$/.test(line.slice(0, at));
      continue;
    }
    const word = /[\w$#]+$/.exec(line.slice(0, at));
    if (!word) return false;
    at = skipBlank(line, at - word[0].length);
    if (line[at - 1] !== ".") return false;
    at -= line[at - 2] === "?" ? 2 : 1;
  }
}

function skipBlank(line: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(line[at - 1] ?? "")) at--;
  return at;
}

/** Index of the bracket that the one at `close` closes, -1 when it is on another line. */
function opening(line: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    const unit = line[at];
    if (unit === ")" || unit === "]" || unit === "}") depth++;
    if (unit === "(" || unit === "[" || unit === "{") depth--;
    if (depth === 0) return at;
  }
  return -1;
}

/** The `throw` in front of what stands at the column (1-based), with the blank between; empty where there is none. */
export function thrownAt(line: string, column: number): string {
  return /(?:^|[^\w$.])(throw\s+)$/.exec(line.slice(0, column - 1))?.[1] ?? "";
}

/** `kUnderlineBufsize` in https://github.com/nodejs/node/blob/main/src/node_errors.cc */
const UNDERLINE = 1020;

/** As V8's own: tabs stay tabs, so that the caret stands under its column. */
export function indentOf(text: string, column: number): string {
  const nul = text.indexOf("\0");
  const end = Math.min(column - 1, UNDERLINE, nul < 0 ? column - 1 : nul);
  return text.slice(0, end).replace(/[^\t]/g, " ");
}

/** The line below a line of source; far out there is no caret. */
export function caret(text: string, column: number): string {
  const indent = indentOf(text, column);
  return indent.length < UNDERLINE ? `${indent}^` : indent;
}
