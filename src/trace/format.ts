/**
 * The on-disk trace: what one traced thread writes when it ends, and the only thing `analysis/` reads.
 *
 * A leaf module: it is imported by the side that writes (`hooks/`, `runtime/`) and by the side that reads
 * (`session/`, `analysis/`), and imports nothing itself. Bump {@link TRACE_VERSION} when a field changes meaning.
 */

export const TRACE_VERSION = 1;

/**
 * What makes the array object. `implicit` is the user's line that ran a dependency's code without a call: by an operator,
 * a property, a loop. `hidden` kinds are counted from a table and never reach the program.
 */
export type SiteKind =
  | "literal"
  | "new"
  | "call"
  | "rest"
  | "spread"
  | "destructuring"
  | "template"
  | "await"
  | "iteration"
  | "callback"
  | "implicit"
  | "hidden";

/** A source expression that makes array objects. Lines are 1-based, columns 1-based in UTF-16 units. */
export interface TraceSite {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  kind: SiteKind;
  /** Enclosing function path, outermost first, joined by `.`; empty at the top level. */
  fn: string;
  /** Index into {@link TraceFile.loops} of the innermost enclosing loop of the same function, or -1. */
  loop: number;
  /** Index into {@link TraceFile.functions} of the enclosing function, or -1: top level, class fields, dependencies. */
  owner: number;
  /** How V8 quotes the callee when it is no function; present where a probe stands in its way. */
  callee?: string;
  /** The callee as written (`vec3.add`, `.mul`), where the call is an operation on arrays if arrays come into it. */
  operation?: string;
  /** What goes over the array once and drops it, where the text says so: `.filter`, `for…of`, `…`. */
  reader?: string;
  /** The name that the array takes over from a shorter one that was copied into it: `list = [...list, x]`. */
  grows?: string;
  /** Expression text, white space folded, cut at 80 characters: for people, never a key on its own. */
  text: string;
}

/** A loop that holds at least one site. `iterations` counts entries into its body over the whole run. */
export interface TraceLoop {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  iterations: number;
}

/** A function of the user's own that holds a site of its own. `calls` counts how often its body began. */
export interface TraceFunction {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  calls: number;
}

export interface TraceFile {
  /** Absolute path, or `eval`/`new Function` label such as `/a/b.js#eval:12:3`. */
  path: string;
  /** Package name when the file lies under `node_modules`, else null: the user's own code. */
  dependency: string | null;
  sites: TraceSite[];
  loops: TraceLoop[];
  functions: TraceFunction[];
}

/** A reference to a site: indices into `files` and that file's `sites`. */
export interface SiteRef {
  file: number;
  site: number;
}

/** Figures of one (site, size class), or of one (site, blamed line, size class). */
export interface GroupFigures {
  /** Constructor name: `Array`, `Float64Array`, `NdArray`. */
  type: string;
  /** Length for typed arrays, shape (`3×3`) for array classes, null for `Array` (its length can change). */
  size: string | null;
  /** An array class's: how many arrays of which constructor an instance has its elements in, as the first one had. */
  storage?: { [type: string]: number };
  /** Array objects, an array class's storage counted in. */
  allocated: number;
  /** Threads whose figures are summed here, 1 when absent. */
  threads?: number;
  /** Physical array objects, storage included. */
  objects: number;
  /** Most alive at once (upper bound when `exact` is false). */
  needed: number;
  /** Results that could have been written over an operand. */
  inPlace: number;
  /** Bytes of element storage at birth: byteLength, or 8 per element of an `Array`. */
  bytes: number;
  /** Most bytes of theirs that were alive at once, as {@link bytes} counts them. */
  peakBytes: number;
  /** Handed to something that cannot be followed; they count as needed until the end. */
  escaped: number;
  /** Made and never used at all. */
  unused: number;
  /** Finished with before the group's next one was made. */
  temporary: number;
  /** Finished with in the iteration and in the call that made them; absent where nobody asked for it. */
  within?: { iteration: number; call: number };
  /** Sum and maximum of (last use − birth) in clock units. */
  lifetimeSum: number;
  lifetimeMax: number;
  /** False when a closed window made `needed` an upper bound. */
  exact: boolean;
}

/** Everything of one size class, whatever line made it. */
export interface PoolFigures {
  type: string;
  size: string | null;
  /** The most alive at once: the fewest buffers that would serve all lines. */
  needed: number;
  /** False when a closed window made it an upper bound. */
  exact: boolean;
}

export interface SiteGroup extends GroupFigures {
  site: SiteRef;
}

export interface BlameGroup extends GroupFigures {
  /** Where the object is made (in a dependency, or inside an array class's own body). */
  site: SiteRef;
  /** The user's call that led there; null when no user line was on the way. */
  blame: SiteRef | null;
}

/** The breadcrumb compared with real stack traces, at one birth in thousands. */
export interface AuditFigures {
  sampled: number;
  agreed: number;
  /** The first few that did not agree: where the array was put down to, and where the stack says. Absolute paths. */
  disagreements: { blamed: { path: string; line: number }; stack: { path: string; line: number } }[];
}

/** Calls of one arithmetic method or function at one site, with receivers of one class. */
export interface OperationFigures {
  site: SiteRef;
  /** Class of the receiver, null where it is no array object: a function, a module, a class's own method. */
  receiver: string | null;
  /** Class of the results, null where there were none that are array objects. */
  result: string | null;
  calls: number;
  /** Results that were made in the call. */
  made: number;
  /** Results that were there before the call: the receiver or an argument, as in-place methods give them. */
  existing: number;
}

export interface NotSeen {
  path?: string;
  what?: string;
  why: string;
}

export interface ThreadTrace {
  version: typeof TRACE_VERSION;
  tool: string;
  node: string;
  pid: number;
  thread: number;
  /** Ended threads whose traces were folded into this one; absent for a single thread's. */
  threads?: number;
  /** Absolute path of the entry script, null for `-e` and the like. */
  script: string | null;
  cwd: string;
  ended: { by: "exit" | "error" | "signal" | "unknown"; code: number | null; signal?: string };
  /** The thread did not come to write this itself: it is what its watcher wrote down last. */
  checkpoint?: true;
  /** Set by who reads a checkpoint: when its figures were last known to be so, in milliseconds since the epoch. */
  taken?: number;
  /** `full`: lifetimes; `count`: allocations only (needed, in place and the like are 0 and mean nothing). */
  mode: "full" | "count";
  /** Array objects made on this thread: the clock's last value. */
  clock: number;
  /** Objects the window holds; how many quarters of it were closed before the end. */
  window: { objects: number; closed: number };
  files: TraceFile[];
  /** By site: every site that made something. */
  sites: SiteGroup[];
  /** By user line: the same objects again, split by the user's line that is to blame. Own sites blame themselves. */
  blamed: BlameGroup[];
  /** By size class; empty where lifetimes were not followed. */
  pools: PoolFigures[];
  /** Most bytes alive at once, of all that the thread made. */
  peakBytes: number;
  /** Arithmetic on the user's own lines. */
  operations: OperationFigures[];
  /** Whether blame was right where it was looked at. */
  audit: AuditFigures;
  /** Files given to the instrumenter (instrumented), and those left plain, with the reason. */
  notSeen: NotSeen[];
  /** Instrumented files, used or not. */
  instrumented: number;
  /** The user's own files among those that Node was given; a watching run looks at them. */
  loaded?: string[];
}
