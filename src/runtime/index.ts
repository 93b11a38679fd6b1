/** Installs what probed code calls on this thread's global object, and gives the trace at the end. */
import { type IsMoved, markArrivals } from "./arrivals.js";
import { Callers, type UserFrames } from "./callers.js";
import { OwnWeakSet } from "./collections.js";
import { noteConversions } from "./conversions.js";
import { type Core, makeCore } from "./core.js";
import { restoreFunctionText, type SourceOf } from "./function-text.js";
import { type Group, Groups } from "./groups.js";
import { addBuiltin, addNative } from "./intrinsics.js";
import type { Operations } from "./operations.js";
import { makeProbes } from "./probes.js";
import { addQueue } from "./queued.js";
import { enterRealm, type Realm } from "./realms.js";
import { type Place, Registry } from "./registry.js";
import { makeSweep } from "./sweep.js";
import { makeTally } from "./tally.js";
import type { TextCompiler, TextProbes } from "./text-probes.js";
import { makeTrace, type RuntimeTrace, type Wanted } from "./trace.js";

export type { Realm } from "./realms.js";
export type { RuntimeTrace } from "./trace.js";

/** The name that emitted text looks for. No enumeration of the global object shows it. */
export const RUNTIME_NAME = "$aT";

export interface RuntimeOptions extends Wanted {
  /** Bytes for the window of lives. */
  window: number;
  /** True for a Proxy, which is never looked into. A host that cannot tell answers false. */
  isProxy(value: object): boolean;
  /** Namespaces and functions of the host that read their arguments and keep none (`Buffer`). */
  readers: object[];
  /** Functions of the host that call from a queue what they are given first (`setTimeout`). */
  queues: object[];
  sourceOf: SourceOf;
  /** Frames of the user's own on the stack. */
  userFrames: UserFrames;
  /** A number for a site that the instrumenter did not foresee. */
  newSite(): number;
  /** How many arrays apart the stack is looked at, on the average at most; as the runtime likes if it is not given. */
  audit?: number | undefined;
  /** Classes by name that are array classes, or are none, whatever they look like. */
  arrayClasses: ReadonlyMap<string, boolean>;
  /** V8 compiles constructors so that it can inline what stamps an array within a `try`, too: see `hooks/probe-room.ts`. */
  plainConstructors?: boolean;
  /** Hears of what the tables in shared memory cannot hold, so that another thread can make the trace. */
  notes: Notes;
}

export interface Notes {
  group(index: number, group: Group): void;
  file(first: number, json: string): void;
}

export interface Runtime {
  /** Shared memory, but for {@link Core.shared}. */
  core: Core;
  /** Closes all lives: the thread is at its end. */
  trace(): RuntimeTrace;
  texts: Texts;
  /** A part of the program runs without probes: what comes out of it is looked at. */
  openBorder(): void;
  /** Of the modules and exports to be wrapped those that were found: `lib`, `lib:Matrix`. */
  wrapped(): ReadonlySet<string>;
  /** A message has come from another thread, and the program is about to see it. */
  arrived(message: unknown, isMoved: IsMoved): void;
}

/** For a host that probes the text which the program compiles by itself. */
export interface Texts {
  compileWith(compiler: TextCompiler): void;
  /** A realm's `eval`, and what else in it compiles text. */
  know(evaluate: object | null, others: object[]): void;
  /** Another realm's code is about to run, or another's global scope to be seen by it. */
  enter(realm: Realm): void;
  /** A template's site: its text has been compiled anew. */
  forget(site: number): void;
  /** Whose code a site is in. */
  place(site: number): Place | null;
  /** The table of a text, whose first site has the number `first`. */
  add(first: number, table: string, source: string): void;
}

export function install(options: RuntimeOptions): Runtime {
  const core = makeCore(options.window);
  const sweep = options.countOnly ? makeTally(core) : makeSweep(core);
  const { notes } = options;
  const groups = new Groups(core, (index, group) => notes.group(index, group));
  const registry = new Registry((first, json) => notes.file(first, json));
  for (let i = 0; i < options.readers.length; i++) addBuiltin(options.readers[i] as object);
  for (let i = 0; i < options.queues.length; i++) addQueue(options.queues[i] as object);
  let operations: Operations | undefined;
  let openBorder = (): void => undefined;
  let wrapped: ReadonlySet<string> = new Set();
  const texts: TextProbes = { compiler: null, evals: new OwnWeakSet(), compilers: new OwnWeakSet() };
  const probes = makeProbes(core, sweep, groups, registry, {
    isProxy: options.isProxy,
    arrayClasses: options.arrayClasses,
    callerSite: (waiting) => callers.site(waiting),
    operations: (made) => {
      operations = made;
    },
    border: (open, found) => {
      openBorder = open;
      wrapped = found;
    },
    texts,
    apart: options.plainConstructors !== true,
    tracking: !options.countOnly,
  });
  const callers = new Callers(core, sweep, groups, registry, options.userFrames, options.newSite, options.audit);
  const standIns: [object, object][] = [];
  Object.defineProperty(globalThis, RUNTIME_NAME, {
    value: probes,
    enumerable: false,
    writable: false,
    configurable: true,
  });
  if (!options.countOnly) {
    const standIn = noteConversions((value) => probes.u(value));
    addNative(standIn[0]);
    standIns.push(standIn);
  }
  const functionText = restoreFunctionText(registry, options.sourceOf, standIns);
  return {
    core,
    openBorder: () => openBorder(),
    wrapped: () => wrapped,
    trace() {
      probes.X(0);
      sweep.closeAll();
      return makeTrace(core, groups, registry, operations, callers.audit, options);
    },
    arrived: (message, isMoved) => markArrivals(message, probes.stamps, options.isProxy, isMoved),
    texts: {
      compileWith(compiler) {
        texts.compiler = compiler;
      },
      know(evaluate, others) {
        if (evaluate !== null) texts.evals.add(evaluate);
        for (let i = 0; i < others.length; i++) texts.compilers.add(others[i] as object);
      },
      enter: (realm) => enterRealm(realm, probes, functionText),
      forget: probes.forget,
      place: (site) => registry.place(site),
      add: (first, table, source) => registry.add(first, table, source),
    },
  };
}
