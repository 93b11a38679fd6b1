/** What the runs without probes showed, put into the report of the traced one. */
import { relative, resolve, sep } from "node:path";
import type { EngineBytes, EngineFunction, EngineReport, EngineRetained, EngineRun } from "../report/engine.js";
import type { Report, ReportExpression, ReportSite } from "../report/report.js";
import type { EngineOptions, EngineTrace } from "../trace/engine.js";
import { askedBytes } from "./asked.js";
import type { Companion } from "./companion.js";
import { type CpuByLine, cpuByLine } from "./cpu-by-line.js";
import { Callers, type HeapByFunction, heapByFunction, noteCallers, Places, type Sums } from "./heap-by-function.js";
import { estimate } from "./poisson.js";
import { priceOf } from "./price.js";
import { Regions } from "./regions.js";
import type { Sizes } from "./sizes.js";
import { judge } from "./verdict.js";

export interface EngineRuns {
  companion: Companion & { trace: EngineTrace };
  control: (Companion & { trace: EngineTrace }) | null;
  live: (Companion & { trace: EngineTrace }) | null;
  options: { companion: EngineOptions; control: EngineOptions; live: EngineOptions };
  sameOutput: boolean | null;
  sameEnd: boolean;
  notes: string[];
}

/** Bytes that the whole program's arrays take on V8's heap, when all are made. */
export function askedOnHeap(report: Report, sizes: Sizes): number {
  return report.files
    .flatMap((file) => file.lines)
    .flatMap((line) => line.expressions)
    .reduce((sum, expression) => sum + askedBytes(expression, sizes), 0);
}

/** Adds `engine` to the report and to its lines. Paths of the report are relative to `cwd`. */
export function addEngine(report: Report, runs: EngineRuns, sizes: Sizes, cwd: string): void {
  const places = new Places();
  const callers = new Callers();
  const { trace } = runs.companion;
  const plain = heapByFunction(trace.heap, places, callers);
  const control = runs.control ? heapByFunction(runs.control.trace.heap, places, callers) : null;
  if (trace.cpu) noteCallers(trace.cpu.profile, places, callers);
  const cpu = trace.cpu ? cpuByLine(trace.cpu.profile, places) : null;
  const regions = new Regions(report, sizes, cwd, places, callers);
  const heaps = { plain, control };

  for (const file of report.files) {
    for (const line of file.lines) {
      const judged = regions.ofLine(file.path, line.line);
      const { asked, names } = judged;
      if (asked === 0) continue;
      const samples = cpu?.lines.get(`${resolve(cwd, file.path)}:${line.line}`) ?? 0;
      line.engine = {
        cpu: shareOf(cpu, samples),
        cpuSamples: samples,
        asked,
        ...judge(judged, heaps),
        region: names,
      };
    }
  }
  const outcome: EngineReport = {
    node: trace.node,
    v8: trace.v8,
    cpu: { sampler: trace.cpu?.sampler ?? "none", interval: trace.cpu?.interval ?? 0, samples: cpu?.busy ?? 0 },
    runs: runsOf(runs),
    gc: collections(trace, cpu),
    external: trace.external,
    sameOutput: runs.sameOutput,
    sameEnd: runs.sameEnd,
    functions: functions(regions, heaps, cpu, cwd),
    retained: runs.live ? retained(runs.live.trace, report, cwd) : null,
    price: priceOf(report, sizes),
    notes: runs.notes,
  };
  report.engine = outcome;
}

function shareOf(cpu: CpuByLine | null, samples: number): number | null {
  return cpu === null || cpu.busy === 0 ? null : samples / cpu.busy;
}

function runsOf({ companion, control, live, options }: EngineRuns): EngineRun[] {
  const one = (purpose: EngineRun["purpose"], { trace }: { trace: EngineTrace }, flags: string[]): EngineRun => ({
    purpose,
    flags,
    wall: trace.wall / 1000,
    heap: {
      sampler: trace.heap.sampler,
      interval: trace.heap.interval,
      samples: trace.heap.profile.samples.length,
      bytes: trace.heap.profile.samples.reduce((sum, { size }) => sum + size, 0),
    },
  });
  return [
    one("companion", companion, options.companion.flags),
    ...(control ? [one("control", control, options.control.flags)] : []),
    ...(live ? [one("live", live, options.live.flags)] : []),
  ];
}

function collections(trace: EngineTrace, cpu: CpuByLine | null): EngineReport["gc"] {
  const kinds = new Map<string, { kind: string; events: number; pauses: number }>();
  for (const { kind, pause } of trace.gc) {
    const known = kinds.get(kind) ?? { kind, events: 0, pauses: 0 };
    kinds.set(kind, { kind, events: known.events + 1, pauses: known.pauses + pause / 1000 });
  }
  return {
    events: trace.gc.length,
    pauses: trace.gc.reduce((sum, { pause }) => sum + pause, 0) / 1000,
    share: cpu === null || cpu.busy === 0 ? 0 : cpu.collecting / cpu.busy,
    kinds: [...kinds.values()].sort((a, b) => b.pauses - a.pauses),
  };
}

function bytesOf(sums: Sums | undefined, interval: number): EngineBytes {
  const { value, low, high } = estimate(sums?.bytes ?? 0, sums?.squares ?? 0, interval);
  return { value, low, high, samples: sums?.samples ?? 0 };
}

/** Functions that hold sites, those that were asked for most first. */
function functions(
  regions: Regions,
  heaps: { plain: HeapByFunction; control: HeapByFunction | null },
  cpu: CpuByLine | null,
  cwd: string,
): EngineFunction[] {
  const { plain, control } = heaps;
  return regions
    .functions()
    .map((judged) => {
      const { place, asked } = judged;
      const samples = cpu?.functions.get(place.key) ?? 0;
      return {
        name: place.name,
        file: reported(place.path, cwd),
        line: place.line,
        cpu: shareOf(cpu, samples),
        cpuSamples: samples,
        asked,
        ...judge(judged, heaps),
        allocated: bytesOf(plain.own.get(place.key), plain.interval),
        control: control ? bytesOf(control.own.get(place.key), control.interval) : null,
        boxed: plain.own.get(place.key)?.boxed ?? 0,
      };
    })
    .sort((a, b) => b.asked - a.asked || compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reported(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/");
}

/** What is alive at the end, with the lines of the same function whose arrays were needed. */
function retained(trace: EngineTrace, report: Report, cwd: string): EngineRetained[] {
  const places = new Places();
  const callers = new Callers();
  const { own, interval } = heapByFunction(trace.heap, places, callers);
  const sites = new Map<string, ReportSite[]>();
  for (const site of report.sites) {
    const place = places.around(resolve(cwd, site.file), site.line, site.column);
    if (!place || site.needed === 0) continue;
    sites.set(place.key, [...(sites.get(place.key) ?? []), site]);
  }
  const found: EngineRetained[] = [];
  for (const [key, sums] of own) {
    const place = callers.places.get(key);
    if (!place) continue;
    const kept = (sites.get(key) ?? []).sort((a, b) => neededBytes(b) - neededBytes(a));
    found.push({
      function: place.name,
      file: reported(place.path, cwd),
      line: place.line,
      bytes: bytesOf(sums, interval),
      lines: [...new Set(kept.map((site) => `${site.file}:${site.line}`))],
    });
  }
  return found.sort((a, b) => b.bytes.value - a.bytes.value || compare(a.file, b.file) || a.line - b.line);
}

function neededBytes({ bytes, needed, allocated }: Pick<ReportExpression, "bytes" | "needed" | "allocated">): number {
  return allocated === 0 ? 0 : (bytes * needed) / allocated;
}
