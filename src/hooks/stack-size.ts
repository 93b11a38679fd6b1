/** How much of the stack V8 may take: https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h */
import { readFileSync } from "node:fs";

/**
 * Frames of probed code are larger, by 2.5 times at most of what was measured, and a program is to recurse as deeply as
 * without us. V8 takes 984 kB of the main thread's stack by default.
 */
export const STACK = { usual: "--stack-size=984", more: "--stack-size=2952" } as const;
/** Of the 8 MB that Linux gives by default, what natives need beyond V8's limit is left as it was, and more. */
const LEAST_STACK_BYTES = 7 * 2 ** 20;

/** Only where the system's own limit can be read, and is far away. */
export function moreStack(): string[] {
  if (process.platform !== "linux") return [];
  try {
    const limit = /^Max stack size\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return limit === "unlimited" || Number(limit) >= LEAST_STACK_BYTES ? [STACK.more] : [];
  } catch {
    return [];
  }
}
