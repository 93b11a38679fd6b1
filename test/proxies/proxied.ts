/**
 * A second referee of lifetimes, for what the first cannot run: Node's modules, timers, typed arrays of some size. The
 * program's text is changed so that everything it makes that is an array becomes a real Proxy whose traps note each
 * access. It shares no code and no idea with the tracer, and it notes less than there is (identity comparisons, what
 * natives read in a typed array, views of one buffer), so that what it says is needed is the least that can be true.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { type Outcome, runNode } from "../oracle/children.js";
import { mostAtOnce } from "../oracle/lifetimes.js";

interface Life {
  /** Offset in the program's text. */
  site: number;
  size: string;
  birth: number;
  last: number;
}

export interface Proxied {
  outcome: Outcome;
  lines: Map<number, { allocated: number; needed: number }>;
}

const PRELUDE = readFileSync(fileURLToPath(new URL("./prelude.cjs", import.meta.url)), "utf8");

/** `[1, f(x)]` → `$P(30,[1, $P(34,f(x))])`, with the offset of each site. */
function inProxies(source: string): string {
  const { program } = parseSync("program.cjs", source, { sourceType: "script" });
  const edits: { at: number; text: string; order: number }[] = [];
  const around = (from: number, to: number, at: number): void => {
    edits.push({ at: from, text: `$P(${at},`, order: -to });
    edits.push({ at: to, text: ")", order: -from });
  };
  new Visitor({
    ArrayExpression: ({ start, end }) => around(start, end, start),
    NewExpression: ({ start, end }) => around(start, end, start),
    AwaitExpression: ({ start, end }) => around(start, end, start),
    CallExpression: ({ start, end, callee }) => {
      if (callee.type === "Super") return;
      around(start, end, callee.type === "MemberExpression" ? callee.property.start : callee.start);
    },
  }).visit(program);
  // What closes stands before what opens at the same place; of two that open there, the longer one is the outer.
  edits.sort((a, b) => a.at - b.at || Number(a.text !== ")") - Number(b.text !== ")") || a.order - b.order);
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += source.slice(at, edit.at) + edit.text;
    at = edit.at;
  }
  return out + source.slice(at);
}

export async function proxied(source: string, node = process.execPath): Promise<Proxied> {
  const folder = mkdtempSync(join(tmpdir(), "proxied-"));
  try {
    const [path, json] = [join(folder, "program.cjs"), join(folder, "lives.json")];
    writeFileSync(path, PRELUDE.replace(/\/\*.*\*\/|\n\s*/g, " ") + inProxies(source));
    process.env["PROXY_LIVES"] = json;
    const outcome = await runNode([path], { node, cwd: folder, timeout: 300_000 });
    const lives = outcome.code === 0 ? (JSON.parse(readFileSync(json, "utf8")) as Life[]) : [];
    return { outcome, lines: figures(lives, (offset) => source.slice(0, offset).split("\n").length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figures(lives: Life[], lineAt: (offset: number) => number): Proxied["lines"] {
  const groups = new Map<string, Life[]>();
  for (const life of lives) {
    const key = `${life.site} ${life.size}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [life]);
    else group.push(life);
  }
  const lines: Proxied["lines"] = new Map();
  for (const group of groups.values()) {
    const line = lineAt((group[0] as Life).site);
    const sum = lines.get(line) ?? { allocated: 0, needed: 0 };
    const needed = mostAtOnce(group.map(({ birth, last }) => ({ birth, lastUse: last })));
    lines.set(line, { allocated: sum.allocated + group.length, needed: sum.needed + needed });
  }
  return lines;
}
