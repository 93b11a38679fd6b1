/**
 * Arithmetic on the user's own lines: how often each method or function was called there, and what came back.
 *
 * One record is a site and a class of receiver. The result is new when it was born since the call began and is the
 * call's own; else it was there before, as the receiver or an argument of an in-place method is.
 */

import type { OperationFigures } from "../trace/format.js";
import { BySite, OwnMap } from "./collections.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Groups } from "./groups.js";
import { getPrototypeOf } from "./intrinsics.js";
import { NO_STAMP, type Stamps } from "./stamps.js";

interface Operation extends Omit<OperationFigures, "site"> {
  site: number;
  /** Group of the receiver that was here the last time; 0 where it is no array object. */
  group: number;
}

interface Context {
  core: Core;
  groups: Groups;
  stamps: Stamps;
  isProxy(value: object): boolean;
}

export interface Operations {
  /**
   * A call has come back. `before` is the clock when it began; `a`, `b` and `c` are arguments that may be arrays. The last four
   * are what the stamps of the value, the receiver, `a` and `b` say.
   */
  note(
    site: number,
    before: number,
    value: unknown,
    receiver: unknown,
    a: unknown,
    b: unknown,
    c: unknown,
    id: number,
    receiverId: number,
    aId: number,
    bId: number,
  ): void;
  list(): (Omit<OperationFigures, "site"> & { site: number })[];
}

export function makeOperations({ core, groups, stamps, isProxy }: Context): Operations {
  // Constants of this function: an import is a cell that optimized code reads and checks at every use.
  const { CLOSED, GROUP, LIVES, NOW, OPERAND_OF, SLOTS } = at;
  const none = NO_STAMP;
  const { clock, lives, slots, mask } = core;
  const { kinds, list } = groups;
  /** The record that a site used the last time. */
  const latest = new BySite<Operation>();
  const byKey = new OwnMap<string, Operation>();

  const note: Operations["note"] = (site, before, value, receiver, a, b, c, id, receiverId, aId, bId) => {
    const from = receiverId === none ? 0 : groupOf(receiver as object, receiverId);
    if (from === 0 && id === none && !concernsArrays(value, receiver, aId !== none || bId !== none)) return;
    let operation = latest.get(site);
    if (operation === undefined || operation.group !== from) operation = find(site, from);
    operation.calls++;
    if (id === none) return;
    const of = groupOf(value as object, id);
    if (operation.result === null) operation.result = list[of]?.type ?? null;
    const isOld = value === receiver || value === a || value === b || value === c;
    // A life that has been joined or has escaped has lost its clock: then it counts who is to blame for it.
    const isNew = id > 0 ? id > before : list[of]?.blame === site && (clock[NOW] as number) > before;
    if (isOld || !isNew) {
      operation.existing++;
      return;
    }
    operation.made++;
    const kind = kinds[of] as number;
    if (id <= (clock[CLOSED] as number) || kind === 0) return;
    // The result could have been written over an operand, if this call turns out to be that one's last use. One operand a
    // result, so that the count is of results: the youngest, which is the likeliest to be a temporary.
    let youngest = operand(receiverId, kind, before, 0);
    youngest = operand(aId, kind, before, youngest);
    youngest = operand(bId, kind, before, youngest);
    if (c !== undefined) youngest = operand(stamps.peek(c), kind, before, youngest);
    if (youngest === 0 || youngest >= id) return;
    const slot = youngest & mask;
    // Half a tick says "as an operand"; the life stays as long as it was.
    lives[slot << LIVES] = Math.min(Math.floor(lives[slot << LIVES] as number), clock[NOW] as number) + 0.5;
    slots[(slot << SLOTS) + OPERAND_OF] = of;
  };

  /** Group by a stamp: an open life's slot has it, too. */
  function groupOf(value: object, id: number): number {
    return id > (clock[CLOSED] as number) ? (slots[((id & mask) << SLOTS) + GROUP] as number) : stamps.group(value);
  }

  function find(site: number, from: number): Operation {
    const receiver = list[from]?.type ?? null;
    const key = `${site}|${receiver ?? ""}`;
    let operation = byKey.get(key);
    if (operation === undefined) {
      operation = { site, group: from, receiver, result: null, calls: 0, made: 0, existing: 0 };
      byKey.set(key, operation);
    }
    operation.group = from;
    latest.set(site, operation);
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

  /** The operand's id if it is of that size class, was used since the call began, and is younger than `than`. */
  function operand(id: number, kind: number, before: number, than: number): number {
    if (id <= than || id <= (clock[CLOSED] as number)) return than;
    const used = lives[(id & mask) << LIVES] as number;
    if (!(used >= before) || used === Infinity) return than;
    return kinds[slots[((id & mask) << SLOTS) + GROUP] as number] === kind ? id : than;
  }

  return { note, list: () => [...byKey.values()].map(({ group: _, ...counts }) => counts) };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
