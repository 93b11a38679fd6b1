/** The profiles as files that DevTools and speedscope open. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { EngineTrace } from "../trace/engine.js";

/** @returns the paths that were written */
export function writeProfiles(folder: string, script: string, trace: EngineTrace): string[] {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, basename(script).replace(/\.[cm]?[jt]sx?$/, ""));
  const written: string[] = [];
  const write = (path: string, value: unknown): void => {
    writeFileSync(path, JSON.stringify(value));
    written.push(path);
  };
  if (trace.cpu) write(`${name}.cpuprofile`, trace.cpu.profile);
  write(`${name}.heapprofile`, trace.heap.profile);
  return written;
}
