/** What the referee writes down about an array object, and how visible ones are told from hidden ones. */
import type { Completion, Context, EngineValue } from "./engine.js";
import type { Within } from "./scopes.js";
import type { Site } from "./site.js";

export interface ArrayRecord {
  object: EngineValue;
  /** Ordinal among all arrays made, hidden ones included: turned into the clock when the program has ended. */
  made: number;
  /** Ordinal of the last array made when this one was last used. */
  used: number;
  /** The step of that use, finer than births. */
  usedStep: number;
  within: Within;
  /** Where it is made; null while no line of the program is known for it (made in a promise job). */
  site: Site | null;
  /** The program can get hold of it. */
  visible: boolean;
  /** Still being made by a literal, rest element or template: what is written into it is part of its birth. */
  open: boolean;
  /** The native that is making it, called from the program's own code; null when syntax makes it. */
  native: Context | null;
  /** `Array`, a typed array's name, `ArrayBuffer` or `DataView`. */
  base: string;
}

const RECORD = Symbol("record");

export function recordOf(value: unknown): ArrayRecord | undefined {
  return (value as { [RECORD]?: ArrayRecord } | undefined)?.[RECORD];
}

export function attach(object: EngineValue, record: ArrayRecord): void {
  Object.defineProperty(object, RECORD, { value: record });
}

/** Slots through which a program gets at a value only later, by way of a job: looked at when that job runs. */
const LATER = new Set(["PromiseResult", "PromiseFulfillReactions", "PromiseRejectReactions"]);

function isObject(value: unknown): value is EngineValue {
  return typeof value === "object" && value !== null;
}

function* held(object: EngineValue): Generator<unknown> {
  for (const [, property] of object.properties ?? []) {
    yield property.Value;
    yield property.Get;
    yield property.Set;
  }
  for (const slot of object.internalSlotsList ?? []) {
    if (LATER.has(slot)) continue;
    const value = object[slot];
    if (!Array.isArray(value)) yield value;
    else
      for (const entry of value as unknown[]) {
        yield entry;
        const { Key, Value } = (entry ?? {}) as { Key?: unknown; Value?: unknown };
        yield Key;
        yield Value;
      }
  }
}

const isCompletion = (value: unknown): value is Completion =>
  isObject(value) && "Type" in value && "Value" in value && "Target" in value;

/** Marks the pending arrays that can be reached from what a native hands to the program; returns those it did not find. */
export function reveal(handed: unknown[], pending: ArrayRecord[]): ArrayRecord[] {
  const wanted = new Set(pending);
  const seen = new Set<unknown>();
  const queue = handed.map((value) => (isCompletion(value) ? value.Value : value));
  for (let value = queue.pop(); queue.length > 0 || value !== undefined; value = queue.pop()) {
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    const record = recordOf(value);
    if (record && wanted.delete(record)) {
      record.visible = true;
      if (wanted.size === 0) break;
    }
    for (const next of held(value)) if (isObject(next) && !seen.has(next)) queue.push(next);
  }
  return [...wanted];
}
