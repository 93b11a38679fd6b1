/** Why somebody may not want a script to run twice: found in its text, so as to ask, and no more than that. */
import { readFileSync } from "node:fs";
import { LINE_BREAK } from "../hooks/places.js";

const SIGNS: readonly [pattern: RegExp, what: string][] = [
  [
    /\b(?:writeFile|appendFile|createWriteStream|unlink|rename|mkdir|rmdir|copyFile|truncate|rm)(?:Sync)?\s*\(/,
    "writes files",
  ],
  [/["'](?:node:)?child_process["']/, "starts other programs"],
  [/["'](?:node:)?(?:net|http|https|http2|tls|dgram)["']|\bfetch\s*\(|\bWebSocket\b/, "uses the network"],
  [/\bprocess\.stdin\b|readFileSync\s*\(\s*(?:0\b|["']\/dev\/stdin["'])/, "reads stdin"],
  [/\bMath\.random\s*\(|\brandom(?:Bytes|UUID|Int|FillSync)\s*\(|\bgetRandomValues\s*\(/, "draws random numbers"],
  [/\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bperformance\.now\s*\(|\bprocess\.hrtime\b/, "reads the clock"],
];

/** A sentence's part for each thing found in the user's own files: `writes files (sim.ts:3)`. */
export function worries(files: readonly { path: string; name: string }[]): string[] {
  const found = new Map<string, string>();
  for (const { path, name } of files) {
    const lines = readText(path).split(LINE_BREAK);
    for (const [at, line] of lines.entries()) {
      if (/^\s*(?:\/\/|\*|\/\*)/.test(line)) continue;
      for (const [pattern, what] of SIGNS) {
        if (!found.has(what) && pattern.test(line)) found.set(what, `${what} (${name}:${at + 1})`);
      }
    }
  }
  return [...found.values()];
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
