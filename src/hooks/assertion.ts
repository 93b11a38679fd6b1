/**
 * The expression that `assert(value)` quotes when it fails. Node takes it from the text that it compiled, or (20) from the
 * file at the column that it compiled, and both are ours: https://github.com/nodejs/node/pull/59751
 */
import { languageOf } from "./language.js";
import { asOurs, loadOurs } from "./ours.js";
import type { Positions } from "./positions.js";

const QUOTED = "The expression evaluated to a falsy value:\n\n  ";
const PROBE = "$aT.";

interface Assertion extends Error {
  code: "ERR_ASSERTION";
  operator: unknown;
  expected: unknown;
  generatedMessage: unknown;
}

/** `AssertionError`'s constructor asks for its stack: the message can still be mended then. `site` is the caller's. */
export function mendAssertion(
  positions: Pick<Positions, "map" | "pathOf" | "source">,
  error: unknown,
  site: NodeJS.CallSite | undefined,
): void {
  const script = site?.getFileName();
  if (!isAssertion(error) || !script) return;
  const path = positions.pathOf(script);
  const at = path === null ? null : positions.map(script, site?.getLineNumber() ?? 0, site?.getColumnNumber() ?? 0);
  if (path === null || !at) return;
  const byLine = error.message.includes(PROBE);
  if (!byLine && !(error.message.startsWith(QUOTED) || error.generatedMessage === true)) return;
  const source = positions.source(path) ?? "";
  const lines = source.split(/(?<=\n)/);
  const start = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length, 0) + at.column - 1;
  if (/^(?:not)?(?:[eE]qual|deepEqual)\b/.test(source.slice(start))) return;
  const quoted = error.message.slice(QUOTED.length).trimEnd();
  // Right as it is: no probe was in it, and no column was wrong.
  if (!byLine && quoted !== "" && source.slice(0, start + quoted.length).endsWith(quoted)) return;
  const found = callAround(path, source, start);
  if (!found) return;
  const whole = source.slice(found.start, found.end);
  const text = byLine ? (whole.split(/\r?\n/)[0] ?? whole) : dedent(whole, start - at.column + 1, found.start);
  error.message = `${QUOTED}${escaped(text)}\n`;
}

/** Control characters as Node writes them, line breaks left as they are. */
function escaped(text: string): string {
  return Array.from(text, (c) => (c < " " && c !== "\n" && c !== "\r" ? JSON.stringify(c).slice(1, -1) : c)).join("");
}

function isAssertion(error: unknown): error is Assertion {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_ASSERTION") return false;
  return "operator" in error && error.operator === "==" && "expected" in error && error.expected === true;
}

/** The innermost call whose callee has its name at `offset`. */
function callAround(path: string, source: string, offset: number): { start: number; end: number } | null {
  return asOurs(() => {
    const { parseSync, Visitor } = loadOurs<typeof import("oxc-parser")>("oxc-parser");
    const { program } = parseSync(path, source, { lang: languageOf(path) ?? "js" });
    let found: { start: number; end: number } | null = null;
    new Visitor({
      CallExpression({ start, end, callee }) {
        if (start <= offset && offset < callee.end) found = { start, end };
      },
    }).visit(program);
    return found;
  });
}

/** As Node 20 does with an expression of several lines. */
function dedent(text: string, lineStart: number, start: number): string {
  const [first = "", ...rest] = text.split(/\r?\n/);
  const indent = start - lineStart;
  return [first, ...rest.map((line) => `  ${line.replace(new RegExp(`^[ \\t]{0,${indent}}`), "")}`)].join("\n");
}
