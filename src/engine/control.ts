/** V8's flags of the control run: the same optimizers, without the one pass that takes allocations away. */
import { spawnSync } from "node:child_process";

/** Turbofan's, and Maglev's from V8 12 on. Turbofan's stands for Turboshaft and Turbolev as well. */
const PASSES = ["turbo-escape", "maglev-escape-analysis"];

/** Those that this Node knows: it refuses to start with others. */
export function controlFlags(execPath: string): string[] {
  const { stdout } = spawnSync(execPath, ["--v8-options"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return PASSES.filter((pass) => new RegExp(`^\\s*--${pass}\\s`, "m").test(stdout ?? "")).map((pass) => `--no-${pass}`);
}
