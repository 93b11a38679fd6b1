/** A trace that is missing, cut short or not ours is a note about the run and never a crash. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTraces } from "../../src/session/index.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { temporaryFolder } from "../program.js";

const TRACE: ThreadTrace = {
  version: 1,
  tool: "0.0.0",
  node: "20.19.0",
  pid: 10,
  thread: 0,
  script: "/a.js",
  cwd: "/",
  ended: { by: "exit", code: 0 },
  mode: "full",
  clock: 0,
  window: { objects: 0, closed: 0 },
  files: [],
  sites: [],
  blamed: [],
  pools: [],
  peakBytes: 0,
  operations: [],
  audit: { sampled: 0, agreed: 0, disagreements: [] },
  notSeen: [],
  instrumented: 0,
};

test("whole traces come main thread first; others come with what is wrong", () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("10-1.trace.json", JSON.stringify({ ...TRACE, thread: 1 }));
  write("9-2.trace.json", JSON.stringify({ ...TRACE, pid: 9, thread: 2 }));
  write("10-0.trace.json", JSON.stringify(TRACE));
  write("11-0.trace.json", "");
  write("12-0.trace.json", JSON.stringify(TRACE).slice(0, -20));
  write("13-0.trace.json", JSON.stringify({ ...TRACE, version: 2 }));
  write("14-0.trace.json", "[1]");
  write("15-0.trace.json", "null");
  mkdirSync(join(folder, "16-0.trace.json"));
  write("session.json", "{}");

  const { traces, broken } = readTraces(folder);
  expect(traces.map((trace) => [trace.pid, trace.thread])).toEqual([
    [10, 0],
    [10, 1],
    [9, 2],
  ]);
  expect(broken).toEqual([
    { file: "11-0.trace.json", why: "is empty: the thread ended before it was written" },
    { file: "12-0.trace.json", why: "is cut short: the thread ended while it was being written" },
    { file: "13-0.trace.json", why: "does not have the fields of a trace" },
    { file: "14-0.trace.json", why: "does not have the fields of a trace" },
    { file: "15-0.trace.json", why: "does not have the fields of a trace" },
    { file: "16-0.trace.json", why: "cannot be read (EISDIR)" },
  ]);
});
