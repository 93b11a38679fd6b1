/**
 * Arithmetic on the user's own lines: how often each method or function was called there, and what came back.
 *
 * One record is a site and a class of receiver. The result is new when it was born since the call began and is the
 * call's own; else it was there before, as the receiver or an argument of an in-place method is. What most lines do is counted by
 * the probe (`operation-tallies.ts`); this is for the rest.
 */

import type { OperationFigures } from "../trace/format.js";
import { BySite, OwnMap } from "./collections.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Groups } from "./groups.js";
import { getPrototypeOf } from "./intrinsics.js";
import type { OperationTallies } from "./operation-tallies.js";
import { NO_STAMP, type Stamps } from "./stamps.js";

interface Operation extends Omit<OperationFigures, "site"> {
  site: number;
  /** Number of the receiver's type; 0 where it is no array object. */
  type: number;
}

interface Context {
  core: Core;
  groups: Groups;
  stamps: Stamps;
  tallies: OperationTallies;
  isProxy(value: object): boolean;
  /** Code without probes has made it: an addon, WebAssembly, a package that is left out. */
  result(site: number, value: object): void;
}

/**
 * A call has come back with `value`. `before` is the clock when it began; `a`, `b` and `c` are arguments that may be arrays.
 */
export type OperationProbe = (
  site: number,
  before: number,
  value: unknown,
  receiver: unknown,
  a?: unknown,
  b?: unknown,
  c?: unknown,
) => unknown;

export interface Operations {
  note: OperationProbe;
  list(): (Omit<OperationFigures, "site"> & { site: number })[];
}

export function makeOperations({ core, groups, stamps, tallies, isProxy, result }: Context): Operations {
  // Constants of this function: an import is a cell that optimized code reads and checks at every use.
  const { CLOSED, GROUP, NOW, SLOTS } = at;
  const none = NO_STAMP;
  const { clock, slots, mask, typeOf } = core;
  const { list, types } = groups;
  const { peek } = stamps;
  /** The record that a site used the last time. */
  const latest = new BySite<Operation>();
  const byKey = new OwnMap<string, Operation>();

  const note: OperationProbe = (site, before, value, receiver, a, b, c) => {
    const isOld = value === receiver || value === a || value === b || value === c;
    let id = peek(value);
    if (id === none && typeof value === "object" && value !== null && !isOld) {
      result(site, value);
      id = peek(value);
    }
    const receiverId = peek(receiver);
    const aId = peek(a);
    const bId = peek(b);
    const from = receiverId === none ? 0 : groupOf(receiver as object, receiverId);
    if (from === 0 && id === none && !concernsArrays(value, receiver, aId !== none || bId !== none)) return value;
    const type = typeOf[from] as number;
    let operation = latest.get(site);
    if (operation === undefined || operation.type !== type) {
      operation = record(byKey, site, type);
      latest.set(site, operation);
    }
    operation.calls++;
    if (id === none) return value;
    const of = groupOf(value as object, id);
    if (operation.result === null) operation.result = types[tallies.resultOf(site, type)] ?? list[of]?.type ?? null;
    // A life that has been joined or has escaped has lost its clock: then it counts who is to blame for it.
    const isNew = id > 0 ? id > before : list[of]?.blame === site && (clock[NOW] as number) > before;
    if (isOld || !isNew) {
      operation.existing++;
      return value;
    }
    operation.made++;
    if (id > (clock[CLOSED] as number))
      tallies.operands(before, id, of, receiverId, aId, bId, c === undefined ? none : peek(c));
    return value;
  };

  /** Group by a stamp: an open life's slot has it, too. */
  function groupOf(value: object, id: number): number {
    return id > (clock[CLOSED] as number) ? (slots[((id & mask) << SLOTS) + GROUP] as number) : stamps.group(value);
  }

  function record(all: Map<string, Operation>, site: number, type: number): Operation {
    const receiver = types[type] ?? null;
    const key = `${site}|${receiver ?? ""}`;
    let operation = all.get(key);
    if (operation === undefined) {
      operation = { site, type, receiver, result: null, calls: 0, made: 0, existing: 0 };
      all.set(key, operation);
    }
    return operation;
  }

  /** A module's function that takes arrays and gives a number or nothing; a collection's `add` is none. */
  function concernsArrays(value: unknown, receiver: unknown, given: boolean): boolean {
    if (!given || isObject(value) || typeof value === "string") return false;
    if (typeof receiver === "function" || !isObject(receiver)) return true;
    if (isProxy(receiver)) return false;
    const prototype = getPrototypeOf(receiver);
    return prototype === null || prototype === Object.prototype;
  }

  return {
    note,
    list() {
      // Whoever asks again is to find the same.
      const all = new OwnMap<string, Operation>();
      for (const [key, operation] of byKey) all.set(key, { ...operation });
      for (const { site, receiver, result, calls, made, existing } of tallies.list()) {
        const operation = record(all, site, receiver);
        operation.result ??= types[result] ?? null;
        operation.calls += calls;
        operation.made += made;
        operation.existing += existing;
      }
      return [...all.values()].map(({ type: _, ...counts }) => counts);
    },
  };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
