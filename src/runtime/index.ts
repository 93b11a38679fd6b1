/** Installs what probed code calls on this thread's global object, and gives the trace at the end. */
import { noteConversions } from "./conversions.js";
import { makeCore } from "./core.js";
import { restoreFunctionText, type SourceOf } from "./function-text.js";
import { Groups } from "./groups.js";
import { addBuiltin, addNative } from "./intrinsics.js";
import type { Operations } from "./operations.js";
import { makeProbes } from "./probes.js";
import { Registry } from "./registry.js";
import { makeTrace, type RuntimeTrace } from "./trace.js";

/** The name that emitted text looks for. No enumeration of the global object shows it. */
export const RUNTIME_NAME = "$aT";

export interface RuntimeOptions {
  countOnly: boolean;
  /** Bytes for the window of lives. */
  window: number;
  /** True for a Proxy, which is never looked into. A host that cannot tell answers false. */
  isProxy(value: object): boolean;
  /** Namespaces and functions of the host that read their arguments and keep none (`Buffer`). */
  readers: object[];
  sourceOf: SourceOf;
  /** Classes by name that are array classes, or are none, whatever they look like. */
  arrayClasses: ReadonlyMap<string, boolean>;
}

export interface Runtime {
  trace(): RuntimeTrace;
}

export function install(options: RuntimeOptions): Runtime {
  const core = makeCore(options.window);
  const groups = new Groups(core);
  const registry = new Registry();
  for (const reader of options.readers) addBuiltin(reader);
  let operations: Operations | undefined;
  const probes = makeProbes(core, groups, registry, {
    isProxy: options.isProxy,
    arrayClasses: options.arrayClasses,
    operations: (made) => {
      operations = made;
    },
  });
  const standIns: [object, object][] = [];
  Object.defineProperty(globalThis, RUNTIME_NAME, {
    value: probes,
    enumerable: false,
    writable: false,
    configurable: true,
  });
  if (!options.countOnly) {
    const [mine, native] = noteConversions((value) => probes.u(value));
    addNative(mine);
    standIns.push([mine, native]);
  }
  restoreFunctionText(registry, options.sourceOf, standIns);
  return {
    trace() {
      probes.X(0);
      return makeTrace(core, groups, registry, operations, options.countOnly);
    },
  };
}
