/**
 * What array objects take on V8's heap, measured on the Node that runs this: pointers are 8 bytes in Node, 4 where it was
 * built with pointer compression, and typed arrays have grown from release to release.
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
  const one = (i: number): unknown => [i];
  const three = (i: number): unknown => [i, i, i];
  const typed = (): unknown => new Float64Array(INSIDE / 8 + 1);
  const inspector = openInspector();
  const least = (make: (i: number) => unknown): number => {
    const kept: unknown[] = new Array(16).fill(null);
    const run = (): void => {
      for (let i = 0; i < TIMES; i++) kept[i & 15] = make(i);
    };
    run();
    inspector.post("HeapProfiler.startSampling", {
      samplingInterval: EVERY,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    run();
    const { profile } = inspector.post<{ profile: HeapProfile }>("HeapProfiler.stopSampling");
    return bytesIn(profile.head, make.name) / TIMES;
  };
  const word = least(three) - least(one) > 3 * 4 ? 8 : 4;
  // An Array is four words, and its elements have two in front; an interpreted literal has two more for feedback behind it.
  return {
    word,
    array: 4 * word,
    elements: 2 * word,
    typed: Math.floor(least(typed) / word) * word,
    inside: INSIDE,
  };
}

function bytesIn(node: HeapNode, name: string): number {
  if (node.callFrame.functionName === name) return bytesBelow(node);
  return node.children.reduce((sum, child) => sum + bytesIn(child, name), 0);
}

function bytesBelow(node: HeapNode): number {
  return node.children.reduce((sum, child) => sum + bytesBelow(child), node.selfSize);
}
