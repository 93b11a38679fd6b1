/**
 * The names that an ES module can import from a CommonJS file. Node finds them by looking at the text, in a handful of
 * forms (https://nodejs.org/api/esm.html#commonjs-namespaces), and probes can make a form unrecognizable.
 */
import { createRequire } from "node:module";

/**
 * The package's form without WebAssembly, which is what `require` gets. Where a module of that lets its memory grow, a buffer is detached, and
 * from then on V8 asks at each access to any typed array in the process whether its buffer is there: uses took a fifth longer.
 */
const { parse } = createRequire(import.meta.url)("cjs-module-lexer") as typeof import("cjs-module-lexer");

/** Says in dead code what the text no longer shows by itself. */
export function withExportNames(code: string, source: string): string {
  if (!/\bexports\b|\b__esModule\b/.test(source)) return code;
  const wanted = lex(source);
  const shown = lex(code);
  const names = wanted.exports.filter((name) => !shown.exports.includes(name));
  const followed = wanted.reexports.every((name) => shown.reexports.includes(name));
  if (names.length === 0 && followed) return code;
  const hints = names.map((name) => `exports[${JSON.stringify(name)}]=0`);
  // To the lexer an assignment to `module.exports` undoes those before it, so it comes with all of them.
  const spreads = wanted.reexports.map((name) => `...require(${JSON.stringify(name)})`);
  if (!followed) hints.push(`module.exports={${spreads.join(",")}}`);
  // Statements of their own: the lexer loses its way in a list with commas.
  return `${code}\n;if(0){${hints.join(";")}}`;
}

function lex(text: string): { exports: string[]; reexports: string[] } {
  try {
    return parse(text);
  } catch {
    return { exports: [], reexports: [] };
  }
}
