/** The hand-written programs, and what their comments say they make. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COMPILED } from "./disagreements.js";
import { canJudge } from "./oracle.js";

export interface Expectation {
  allocated: number;
  needed?: number;
  temporary?: number;
}

export interface Program {
  name: string;
  path: string;
  source: string;
  goal: "script" | "module";
  /** The referee can run it. */
  judged: boolean;
  /** `// makes 3, needs 1` at the end of a line; every other line of such a program makes none. Null where not worked out. */
  byHand: Map<number, Expectation> | null;
}

export const PROGRAMS = fileURLToPath(new URL("../conformance/programs/", import.meta.url));

const MARK = /\/\/ makes (\d+)(?:, needs (\d+))?$/;

function byHand(source: string): Map<number, Expectation> | null {
  if (!source.startsWith("// Worked by hand")) return null;
  const expected = new Map<number, Expectation>();
  const [, texts] = /^.*its texts make (\d+)/.exec(source) ?? [];
  if (texts !== undefined) expected.set(COMPILED, { allocated: Number(texts) });
  source.split("\n").forEach((text, i) => {
    const [, allocated, needed] = MARK.exec(text) ?? [];
    if (allocated === undefined) return;
    expected.set(i + 1, { allocated: Number(allocated), ...(needed === undefined ? {} : { needed: Number(needed) }) });
  });
  return expected;
}

/** `// … Needs node 22.` in the first line: left out where the Node is older. */
function runsOn(source: string, version: string): boolean {
  const [, needed = "0"] = /^.*Needs node (\d+)/.exec(source) ?? [];
  return Number.parseInt(version, 10) >= Number(needed);
}

/** `version` as in `process.versions.node`. */
export function programs(version = process.versions.node): Program[] {
  return readdirSync(PROGRAMS)
    .filter((name) => /\.m?js$/.test(name))
    .sort()
    .map((name) => ({ name, path: PROGRAMS + name, source: readFileSync(PROGRAMS + name, "utf8") }))
    .filter(({ source }) => runsOn(source, version))
    .map(({ name, path, source }) => ({
      name,
      path,
      source,
      goal: name.endsWith(".mjs") ? "module" : "script",
      judged: canJudge(source),
      byHand: byHand(source),
    }));
}
