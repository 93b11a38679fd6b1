/** The part of the text report that says what V8 did. */
import type { ChalkInstance } from "chalk";
import type { EngineFigures, EngineLeftOut, EngineReport } from "./engine.js";
import { columnsOf, cutStart, wrap } from "./fit.js";
import { bytes, count, counted, percent } from "./numbers.js";
import type { RankedLine } from "./ranking.js";
import { visible } from "./visible.js";

/** What it costs and what mending would save, in one sentence. Null where no run showed it. */
export function price(engine: EngineReport | EngineLeftOut | undefined): string | null {
  if (engine === undefined || "leftOut" in engine) return null;
  if (engine.cpu.samples < LEAST_SAMPLES) return null;
  const share = `${percent(engine.gc.share, 1)} of the time is garbage collection`;
  if (engine.price === null) return share;
  const { lines, bytes: saved, of } = engine.price;
  const [first] = lines;
  const named = lines.map(({ file, line }) => `${visible(file)}:${line}`).join(", ");
  const what = lines.length === 1 && first ? `line ${named}` : `the ${counted(lines.length, "line")} ${named}`;
  return `${share}; mending ${what} would remove ${percent(saved, of)} of the array bytes`;
}

/** With fewer, a share of the time is off by more than a tenth. */
const LEAST_SAMPLES = 100;

/** The lines of the table with what V8 did, and how far that can be trusted. */
export function engineBlock(
  engine: EngineReport | EngineLeftOut,
  rows: readonly RankedLine[],
  columns: number,
  chalk: ChalkInstance,
): string[] {
  if ("leftOut" in engine) return wrap(`no run without probes: ${visible(engine.leftOut)}`, columns, 0, 2);
  const title = `what V8 ${engine.v8} did in a run without probes (Node ${engine.node})`;
  const shown = rows.flatMap(({ file, line }) =>
    line.engine ? [{ place: `${visible(file)}:${line.line}`, figures: line.engine }] : [],
  );
  const widest = Math.min(
    MOST_PLACE,
    shown.reduce((most, { place }) => Math.max(most, columnsOf(place)), 0),
  );
  const lines = shown.flatMap(({ place, figures }) => {
    const cut = cutStart(place, widest);
    const gap = " ".repeat(widest - columnsOf(cut) + 2);
    return wrap(`${cut}${gap}${figuresInWords(figures)}`, columns, 0, widest + 2);
  });
  const notes = [collections(engine), ...trust(engine), ...kept(engine)];
  return [
    ...wrap(title, columns).map((line) => chalk.bold(line)),
    ...lines,
    ...notes.flatMap((n) => wrap(n, columns, 0, 2)),
  ];
}

const MOST_PLACE = 40;

function figuresInWords(figures: EngineFigures): string {
  const time = figures.cpu === null ? "" : `${percent(figures.cpu, 1)} of the time; `;
  return `${time}${verdictInWords(figures)}`;
}

export function verdictInWords({ verdict, elided, asked, why, together }: EngineFigures): string {
  const reason = why === "" ? "" : `: ${visible(why)}`;
  switch (verdict) {
    case "hidden":
      return `hidden${reason}`;
    case "allocated": {
      const least = elided === null ? 0 : 1 - elided.high;
      const how = least > 0.95 ? "" : ` (at least ${percent(least, 1)} of them)`;
      return `allocated, at least ${bytes(asked * least)} on the heap${how}${reason}`;
    }
    case "elided": {
      const { low, high } = elided ?? { low: 0, high: 1 };
      const range = high - low < 0.01 ? percent(low, 1) : `${percent(low, 1)} to ${percent(high, 1)}`;
      return `elided by the optimizer: ${range} of ${bytes(asked)}${reason}`;
    }
    case "undecidable": {
      const most = elided === null || elided.high >= 1 ? "" : ` (at least ${percent(1 - elided.high, 1)} were made)`;
      return `undecidable${most}${reason}${wholeInWords(together)}`;
    }
  }
}

function wholeInWords(together: EngineFigures["together"]): string {
  if (together === null) return "";
  const { low, high } = together.elided;
  if (low <= 0 && high >= 1) return "";
  const range = high >= 1 ? `at least ${percent(low, 1)}` : low <= 0 ? `at most ${percent(high, 1)}` : null;
  return `; of all their arrays, ${range ?? `${percent(low, 1)} to ${percent(high, 1)}`} are elided`;
}

function collections({ gc }: EngineReport): string {
  const kinds = gc.kinds.map(({ kind, events }) => `${count(events)} ${kind}`).join(", ");
  return gc.events === 0
    ? "no garbage collections"
    : `${counted(gc.events, "garbage collection")} (${kinds}) stopped it for ${Math.round(gc.pauses)} ms`;
}

function trust(engine: EngineReport): string[] {
  const { cpu, runs, sameOutput, sameEnd, notes } = engine;
  const heap = runs[0]?.heap;
  const said = [
    `sampled: time by ${cpu.sampler} (${counted(cpu.samples, "sample")}), heap by ${heap?.sampler ?? "nothing"} ` +
      `(${counted(heap?.samples ?? 0, "sample")}, one in ${count(heap?.interval ?? 0)} bytes); bounds hold with 99 %`,
  ];
  if (sameOutput === false)
    said.push("the two runs wrote different things to stdout: the figures are of two different runs");
  if (!sameEnd) said.push("the two runs ended differently: the figures are of two different runs");
  return [...said, ...notes.map(visible)];
}

const RETAINED = 5;

function kept({ retained }: EngineReport): string[] {
  if (retained === null) return [];
  const most = retained.slice(0, RETAINED).map(({ function: name, file, line, bytes: size, lines }) => {
    const where = lines.length > 0 ? lines.slice(0, 3).map(visible).join(", ") : `${visible(file)}:${line}`;
    return `${where} (${name === "" ? "top level" : visible(name)}) ${bytes(size.value)}`;
  });
  return [`alive at the end: ${most.length === 0 ? "nothing that was sampled" : most.join("; ")}`];
}
