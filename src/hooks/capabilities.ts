/** What this Node can do. A table decides, so that no other file asks for a version. */

type Version = readonly [major: number, minor: number, patch: number];

/** The first release of each line that has the capability; later lines than the last one listed have it too. */
const SINCE = {
  /**
   * `module.registerHooks()`: hooks that run in the thread that loads, for `import` and `require` alike.
   * https://github.com/nodejs/node/pull/55698
   */
  syncHooks: [
    [22, 15, 0],
    [23, 5, 0],
  ],
  /**
   * `using` and `await using` are compiled by V8 itself.
   * https://github.com/nodejs/node/pull/58154
   */
  explicitResources: [[24, 0, 0]],
  /** `import source` is compiled by V8. Seen in a run. */
  importSource: [[24, 0, 0]],
  /** The line that is shown above an uncaught error does not end at its first NUL. Seen in a run. */
  framesHoldNul: [[24, 0, 0]],
  /**
   * V8 optimizes a function after so many calls, whatever its size, and no longer after so many bytes of bytecode. Node 22's
   * V8 refuses the older flag; of Node 21, which nobody keeps any more, it is not known.
   */
  optimizesByCalls: [[21, 0, 0]],
} as const satisfies Record<string, readonly Version[]>;

export type Capability = keyof typeof SINCE;

export function has(capability: Capability, version: string = process.versions.node): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  const lines: readonly Version[] = SINCE[capability];
  const own = lines.find((line) => line[0] === major);
  if (own) return minor > own[1] || (minor === own[1] && patch >= own[2]);
  const last = lines[lines.length - 1];
  return last !== undefined && major > last[0];
}
