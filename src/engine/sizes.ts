/**
 * What array objects take on V8's heap, of the Node that runs this: pointers are 8 bytes in Node, 4 where it was
 * built with pointer compression, and typed arrays, which have grown from release to release, are measured.
 */

import type { HeapNode, HeapProfile } from "../trace/engine.js";
import { openInspector } from "./child/inspector.js";

export interface Sizes {
  /** A pointer. */
  word: number;
  /** An `Array` without its elements. */
  array: number;
  /** What stands before an `Array`'s elements. */
  elements: number;
  /** A typed array with its buffer object, without its bytes. */
  typed: number;
  /** A typed array of at most so many bytes has them on the heap, behind {@link elements}. */
  inside: number;
}

/** V8's default for `typed_array_max_size_in_heap`. */
const INSIDE = 64;
const TIMES = 300;
/** Every object is a sample. */
const EVERY = 8;

/** Takes a few milliseconds. */
export function measureSizes(): Sizes {
  const { v8_enable_pointer_compression: compressed } = process.config.variables as { [name: string]: unknown };
  const word = compressed === 1 || compressed === true ? 4 : 8;
  // An Array is four words, and its elements have two in front.
  return {
    word,
    array: 4 * word,
    elements: 2 * word,
    typed: Math.floor(bytesOf(() => new Float64Array(INSIDE / 8 + 1)) / word) * word,
    inside: INSIDE,
  };
}

/** What one object takes, with all that is made for it. */
function bytesOf(make: () => unknown): number {
  const inspector = openInspector();
  const kept: unknown[] = new Array(16).fill(null);
  // Its name is looked for in the profile: `make` may be inlined into it.
  const measured = (): void => {
    for (let i = 0; i < TIMES; i++) kept[i & 15] = make();
  };
  measured();
  inspector.post("HeapProfiler.startSampling", {
    samplingInterval: EVERY,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  measured();
  const { profile } = inspector.post<{ profile: HeapProfile }>("HeapProfiler.stopSampling");
  return bytesIn(profile.head, measured.name) / TIMES;
}

function bytesIn(node: HeapNode, name: string): number {
  if (node.callFrame.functionName === name) return bytesBelow(node);
  return node.children.reduce((sum, child) => sum + bytesIn(child, name), 0);
}

function bytesBelow(node: HeapNode): number {
  return node.children.reduce((sum, child) => sum + bytesBelow(child), node.selfSize);
}
