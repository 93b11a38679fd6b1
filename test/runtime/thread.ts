/** The runtime on this very thread, without the global name: what its probes do to real arrays. */
import { types } from "node:util";
import { type Core, makeCore } from "../../src/runtime/core.js";
import { Groups } from "../../src/runtime/groups.js";
import type { Operations } from "../../src/runtime/operations.js";
import { makeProbes } from "../../src/runtime/probes.js";
import { Registry } from "../../src/runtime/registry.js";
import { makeSweep } from "../../src/runtime/sweep.js";
import { makeTrace, type RuntimeTrace } from "../../src/runtime/trace.js";
import type { TraceSite } from "../../src/trace/format.js";
import { packTable } from "../../src/trace/site-table.js";

/** The least that the runtime takes: 1,024 lives. */
export const SMALLEST = 1024;

/** First site numbers of the user's file and of a dependency's. */
export const USER = 100;
export const DEPENDENCY = 200;
const SITES_EACH = 10;

function table(path: string, dependency: string | null): string {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2, loop: -1, owner: -1 };
  const site: TraceSite = { ...place, kind: "literal", fn: "", text: "" };
  const sites = Array.from({ length: SITES_EACH }, (_, i) => ({ ...site, line: i + 1 }));
  return packTable({ path, dependency, sites, loops: [], functions: [] });
}

export interface Thread {
  core: Core;
  groups: Groups;
  registry: Registry;
  probes: ReturnType<typeof makeProbes>;
  operations: Operations;
  trace(): RuntimeTrace;
}

/** `window` in bytes; `apart`: what stamps an array stays a call. */
export function thread(window: number, apart = true): Thread {
  const core = makeCore(window);
  const sweep = makeSweep(core);
  const groups = new Groups(core);
  const registry = new Registry();
  registry.add(USER, table("/user.js", null));
  registry.add(DEPENDENCY, table("/node_modules/dependency/index.js", "dependency"));
  let operations: Operations | undefined;
  const probes = makeProbes(core, sweep, groups, registry, {
    isProxy: types.isProxy,
    arrayClasses: new Map(),
    callerSite: () => null,
    operations: (made) => {
      operations = made;
    },
    border: () => undefined,
    texts: { compiler: null, evals: new WeakSet(), compilers: new WeakSet() },
    apart,
    tracking: true,
  });
  return {
    core,
    groups,
    registry,
    probes,
    operations: operations as unknown as Operations,
    trace: () => {
      sweep.closeAll();
      return makeTrace(core, groups, registry, operations, undefined, { countOnly: false, scopes: false });
    },
  };
}
