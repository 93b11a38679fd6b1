/** https://www.speedscope.app/file-format-schema.json: one profile each for arrays made, bytes and reusable arrays. */
import { jsonText } from "../json.js";
import type { Report } from "../report.js";
import { stacksOf } from "../stacks.js";
import { visible } from "../visible.js";

interface SpeedscopeFrame {
  name: string;
  file: string;
  line?: number;
  col?: number;
}

const PROFILES = [
  { figure: "allocated", name: "arrays made", unit: "none" },
  { figure: "bytes", name: "bytes of elements", unit: "bytes" },
  { figure: "reusable", name: "reusable arrays", unit: "none" },
] as const;

export function renderSpeedscope(report: Report): string {
  const stacks = stacksOf(report);
  const frames: SpeedscopeFrame[] = [];
  const known = new Map<string, number>();
  const indexOf = (frame: SpeedscopeFrame): number => {
    const identity = JSON.stringify(frame);
    const found = known.get(identity);
    if (found !== undefined) return found;
    known.set(identity, frames.length);
    return frames.push(frame) - 1;
  };
  const samples = stacks.map((stack) =>
    stack.frames.flatMap(({ function: name, file, line, column, text }) => [
      indexOf({ name, file }),
      indexOf({ name: `${file}:${line} ${text}`, file, line, col: column }),
    ]),
  );
  const shown = report.mode === "count" ? PROFILES.filter(({ figure }) => figure !== "reusable") : PROFILES;
  const profiles = shown.map(({ figure, name, unit }) => {
    const weights = stacks.map(({ expression }) => expression[figure]);
    const endValue = weights.reduce((sum, weight) => sum + weight, 0);
    return { type: "sampled", name, unit, startValue: 0, endValue, samples, weights };
  });
  return jsonText({
    $schema: "https://www.speedscope.app/file-format-schema.json",
    name: visible(report.script),
    exporter: `alloc-trace ${visible(report.tool)}`,
    activeProfileIndex: 0,
    shared: { frames },
    profiles,
  });
}
