/**
 * The committed baseline: figures by site key, one line a site, sorted, so that a change to it is reviewed as any other
 * and two branches that touch different sites merge by themselves. It holds no lines, no totals, no dates and no version
 * of ours: nothing that changes without a figure changing. Left out are `args` when there are none, `mode` when it is
 * `full`, `iterations` outside loops, `calls` at the top level, and `unstable` when it is not.
 */
import { byKey, type Figures, type Snapshot } from "./site.js";

export const BASELINE_VERSION = 1;

export interface Baseline {
  /** By script, as the run names it: its path, with ` [N=1000]` behind it for a run of `--scale`. */
  scripts: Map<string, Snapshot>;
}

/** Two-space JSON with a site on each line; the same baseline gives the same text. */
export function renderBaseline(baseline: Baseline): string {
  const scripts = [...baseline.scripts].sort(([a], [b]) => byKey({ key: a }, { key: b }));
  const blocks = scripts.map(([name, { args, mode, sites }]) => {
    const head = [
      ...(args.length > 0 ? [`      "args": ${JSON.stringify(args)},\n`] : []),
      ...(mode === "count" ? [`      "mode": "count",\n`] : []),
    ];
    const lines = [...sites].sort(byKey).map((site) => `        ${text(site.key)}: ${figuresText(site)}`);
    const body = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n      }`;
    return `    ${text(name)}: {\n${head.join("")}      "sites": ${body}\n    }`;
  });
  const all = blocks.length === 0 ? "{}" : `{\n${blocks.join(",\n")}\n  }`;
  return `{\n  "version": ${BASELINE_VERSION},\n  "scripts": ${all}\n}\n`;
}

function figuresText({
  allocated,
  needed,
  bytes,
  iterations,
  calls,
  unstable,
}: Figures & { unstable: boolean }): string {
  const parts = [`"allocated": ${allocated}`, `"needed": ${needed}`, `"bytes": ${bytes}`];
  if (iterations !== null) parts.push(`"iterations": ${iterations}`);
  if (calls !== null) parts.push(`"calls": ${calls}`);
  if (unstable) parts.push(`"unstable": true`);
  return `{ ${parts.join(", ")} }`;
}

/** JSON; nothing in it that a terminal or a diff viewer would obey. */
function text(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
