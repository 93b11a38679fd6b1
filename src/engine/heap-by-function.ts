/** A heap profile by function: what each allocated on its own frame, and who was above it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CallFrame, CpuProfile, EngineTrace, HeapNode } from "../trace/engine.js";
import { OWN_NAME } from "./child/in-source.js";
import { type Weighed, weightOf } from "./poisson.js";
import { type FunctionsOfFile, functionsOf, type SourceFunction } from "./source-functions.js";

/** A function of a file that can be read; `key` is the same in every run. */
export interface Place {
  key: string;
  /** Absolute path. */
  path: string;
  name: string;
  line: number;
  /** Number of lines of its file. */
  lastLine: number;
  /** See {@link SourceFunction}. */
  others: boolean;
}

/** Sums over samples: bytes, their squares (see `estimate`), how many, and of the bytes those of 16-byte objects. */
export interface Sums {
  bytes: number;
  squares: number;
  samples: number;
  boxed: number;
  /** Bytes and squares by the size of the object. */
  sizes: Map<number, { bytes: number; squares: number }>;
}

export function noSums(): Sums {
  return { bytes: 0, squares: 0, samples: 0, boxed: 0, sizes: new Map() };
}

export function addSums(into: Sums, other: Sums | undefined): void {
  if (!other) return;
  into.bytes += other.bytes;
  into.squares += other.squares;
  into.samples += other.samples;
  into.boxed += other.boxed;
  for (const [size, { bytes, squares }] of other.sizes) addSize(into, size, bytes, squares);
}

function addSize(into: Sums, size: number, bytes: number, squares: number): void {
  const known = into.sizes.get(size);
  if (!known) into.sizes.set(size, { bytes, squares });
  else {
    known.bytes += bytes;
    known.squares += squares;
  }
}

/** Files are read and parsed once. */
export class Places {
  private readonly files = new Map<string, FunctionsOfFile | null>();
  private readonly known = new Map<string, Place | null>();

  ofFrame(frame: CallFrame): Place | null {
    if (!frame.url.startsWith("file:")) return null;
    const id = `${frame.url}:${frame.lineNumber}:${frame.columnNumber}:${frame.functionName}`;
    let place = this.known.get(id);
    if (place === undefined) {
      place = this.find(frame);
      this.known.set(id, place);
    }
    return place;
  }

  around(path: string, line: number, column: number): Place | null {
    const found = this.file(path)?.around(line, column);
    return found ? placeOf(path, found, this.file(path)?.lines ?? 0) : null;
  }

  private find(frame: CallFrame): Place | null {
    const path = fileURLToPath(frame.url);
    const functions = this.file(path);
    if (!functions) return null;
    const { functionName, lineNumber, columnNumber } = frame;
    const top = lineNumber <= 0 && columnNumber <= 0 && functionName === "";
    const source = top ? functions.top : functions.beginning(lineNumber + 1, columnNumber + 1, functionName);
    return placeOf(path, source, functions.lines);
  }

  private file(path: string): FunctionsOfFile | null {
    let functions = this.files.get(path);
    if (functions === undefined) {
      functions = read(path);
      this.files.set(path, functions);
    }
    return functions;
  }
}

function read(path: string): FunctionsOfFile | null {
  try {
    return functionsOf(path, readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function placeOf(path: string, { name, start, line, others }: SourceFunction, lastLine: number): Place {
  return { key: `${path}:${start}`, path, name, line, lastLine, others };
}

export interface HeapByFunction {
  own: Map<string, Sums>;
  interval: number;
  total: Sums;
}

/** Who was seen above whom, in profiles of any kind. */
export class Callers {
  readonly places = new Map<string, Place>();
  private readonly seen = new Set<string>();
  private readonly above = new Map<string, Set<string>>();
  private readonly below = new Map<string, Set<string>>();

  note(place: Place, path: readonly Place[]): void {
    this.know(place);
    this.seen.add(place.key);
    for (const caller of path) {
      if (caller.key === place.key) continue;
      add(this.above, place.key, caller.key);
      add(this.below, caller.key, place.key);
    }
  }

  know(place: Place): void {
    this.places.set(place.key, place);
  }

  /** Whether it was on the stack of any sample. */
  isSeen(key: string): boolean {
    return this.seen.has(key);
  }

  callersOf(key: string): ReadonlySet<string> {
    return this.above.get(key) ?? NONE;
  }

  calleesOf(key: string): ReadonlySet<string> {
    return this.below.get(key) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** What V8 has built in (`map`, `next`, a constructor) is its caller's; Node's own modules are their own. */
export function heapByFunction(heap: EngineTrace["heap"], places: Places, callers: Callers): HeapByFunction {
  const byNode = sumsByNode(heap);
  const own = new Map<string, Sums>();
  const total = noSums();
  const visit = (node: HeapNode, path: readonly Place[], holder: Place | null): void => {
    const { url } = node.callFrame;
    const place = places.ofFrame(node.callFrame);
    // Ours are in no report, nor what they call.
    if (node.callFrame.functionName === OWN_NAME) return;
    const here = place ?? (url === "" ? holder : null);
    if (place) callers.note(place, path);
    const sums = byNode.get(node.id);
    if (here && sums) {
      const known = own.get(here.key) ?? noSums();
      own.set(here.key, known);
      addSums(known, sums);
      addSums(total, sums);
    }
    const below = place ? [...path, place] : path;
    for (const child of node.children) visit(child, below, here);
  };
  visit(heap.profile.head, [], null);
  return { own, interval: heap.interval, total };
}

function sumsByNode({ interval, sampler, profile }: EngineTrace["heap"]): Map<number, Sums> {
  const weights = new Map<number, Weighed>();
  const byNode = new Map<number, Sums>();
  if (sampler === "v8-profiler-next") {
    // A node's sum is all it gives: about as many samples as intervals go into it.
    for (const { size, nodeId } of profile.samples) {
      const samples = Math.max(1, Math.round(size / interval));
      byNode.set(nodeId, { bytes: size, squares: size ** 2 / samples, samples, boxed: 0, sizes: new Map() });
    }
    return byNode;
  }
  for (const { size, nodeId } of profile.samples) {
    let weighed = weights.get(size);
    if (!weighed) {
      weighed = weightOf(size, interval);
      weights.set(size, weighed);
    }
    const sums = byNode.get(nodeId) ?? noSums();
    byNode.set(nodeId, sums);
    sums.bytes += weighed.weight;
    sums.squares += weighed.square;
    sums.samples++;
    if (weighed.sure) addSize(sums, weighed.size, weighed.weight, weighed.square);
    if (weighed.size === 16) sums.boxed += weighed.weight;
  }
  return byNode;
}

/** Notes who called whom: the processor's profile names functions that were inlined, too. */
export function noteCallers(profile: CpuProfile, places: Places, callers: Callers): void {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const visit = (id: number, path: readonly Place[]): void => {
    const node = nodes.get(id);
    if (!node) return;
    const place = places.ofFrame(node.callFrame);
    if (place) callers.note(place, path);
    const below = place ? [...path, place] : path;
    for (const child of node.children) visit(child, below);
  };
  const root = profile.nodes[0];
  if (root) visit(root.id, []);
}
