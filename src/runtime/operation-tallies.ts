/**
 * How often arithmetic was done at a line, with a class of receiver, or with none: with the class that came first, since most lines
 * see no other. All of this is numbers, so that V8 can take the arrays away that it was done with.
 */
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Groups } from "./groups.js";
import { NO_STAMP } from "./stamps.js";

/** In a site's record: calls that gave a number or nothing, a new array, one that was there before; its integers are types. */
const NUMBERS = 0;
const MADE = 1;
const EXISTING = 2;
/** Of receivers, and 1: 0 as long as nothing was done; and of the first array that came back, 0 as long as none has. */
const RECEIVER = 6;
const RESULT = 7;

export interface Tally {
  site: number;
  /** Types, by their numbers in `Groups.types`. */
  receiver: number;
  result: number;
  calls: number;
  made: number;
  existing: number;
}

/** What the stamps of a receiver and of two arguments say, `NO_STAMP` where there is none; `from` is the receiver's group. */
type Given = [receiver: number, from: number, a: number, b: number];

export interface OperationTallies {
  /** A number or nothing came back. False where it is not counted here. */
  called(site: number, ...given: Given): boolean;
  /** An array came back whose stamp says `id`; it was given to the call where `isOld`. `before` is the clock when that began. */
  came(site: number, before: number, id: number, isOld: boolean, ...given: Given): boolean;
  /**
   * A result of this clock and group was made of operands whose stamps say this: it could have been written over one of them, if
   * this call turns out to be that one's last use. One operand a result, so that the count is of results: the youngest,
   * which is the likeliest to be a temporary.
   */
  operands(before: number, id: number, of: number, receiver: number, a: number, b: number, c: number): void;
  /** Type of the first array that was counted here for a receiver's type, 0 where none was. */
  resultOf(site: number, receiver: number): number;
  list(): Tally[];
}

/** `tracking`: lifetimes are wanted. */
export function makeTallies(core: Core, groups: Groups, tracking: boolean): OperationTallies {
  // Constants of this function: an import is a cell that optimized code reads and checks at every use.
  const { CLOSED, GROUP, LIVES, NOW, OPERAND_OF, OPERATED, OPERATIONS, SLOTS } = at;
  const none = NO_STAMP;
  const { clock, lives, slots, mask, typeOf, operations, operated } = core;
  const { kinds } = groups;
  const begun: number[] = [];

  const isOf = (site: number, type: number): boolean => {
    const place = (site << OPERATED) + RECEIVER;
    const known = operated[place] as number;
    if (known !== 0) return known === type + 1;
    operated[place] = type + 1;
    begun[begun.length] = site;
    return true;
  };

  /** Type of an object by its stamp: an open life's slot has its group, too. */
  const typeBy = (id: number, group: number): number =>
    typeOf[id > (clock[CLOSED] as number) ? (slots[((id & mask) << SLOTS) + GROUP] as number) : group] as number;

  /** The operand's id if it is of that size class, was used since the call began, and is younger than `than`. */
  const operand = (id: number, kind: number, before: number, than: number): number => {
    if (id <= than || id <= (clock[CLOSED] as number)) return than;
    const used = lives[(id & mask) << LIVES] as number;
    if (!(used >= before) || used === Infinity) return than;
    return kinds[slots[((id & mask) << SLOTS) + GROUP] as number] === kind ? id : than;
  };

  const operands: OperationTallies["operands"] = (before, id, of, receiver, a, b, c) => {
    const kind = kinds[of] as number;
    if (kind === 0) return;
    let youngest = operand(receiver, kind, before, 0);
    youngest = operand(a, kind, before, youngest);
    youngest = operand(b, kind, before, youngest);
    youngest = operand(c, kind, before, youngest);
    if (youngest === 0 || youngest >= id) return;
    const slot = youngest & mask;
    // Half a tick says "as an operand"; the life stays as long as it was.
    lives[slot << LIVES] = Math.min(Math.floor(lives[slot << LIVES] as number), clock[NOW] as number) + 0.5;
    slots[(slot << SLOTS) + OPERAND_OF] = of;
  };

  return {
    called(site, receiver, from, a, b) {
      let type = 0;
      if (receiver !== none) {
        type = typeBy(receiver, from);
        // An object that is no line's.
        if (type === 0) return false;
      } else if (a === none && b === none) return false;
      if (!isOf(site, type)) return false;
      const place = (site << OPERATIONS) + NUMBERS;
      operations[place] = (operations[place] as number) + 1;
      return true;
    },
    came(site, before, id, isOld, receiver, from, a, b) {
      if (id <= (clock[CLOSED] as number)) return false;
      let type = 0;
      if (receiver !== none) {
        type = typeBy(receiver, from);
        if (type === 0) return false;
      }
      if (!isOf(site, type)) return false;
      const of = slots[((id & mask) << SLOTS) + GROUP] as number;
      const result = (site << OPERATED) + RESULT;
      if (operated[result] === 0) operated[result] = typeOf[of] as number;
      const existed = isOld || id <= before;
      const place = (site << OPERATIONS) + (existed ? EXISTING : MADE);
      operations[place] = (operations[place] as number) + 1;
      if (tracking && !existed) operands(before, id, of, receiver, a, b, none);
      return true;
    },
    operands,
    resultOf(site, receiver) {
      const place = site << OPERATED;
      return operated[place + RECEIVER] === receiver + 1 ? (operated[place + RESULT] as number) : 0;
    },
    list() {
      return begun.map((site) => {
        const counts = operations.subarray(site << OPERATIONS, (site + 1) << OPERATIONS);
        const types = operated.subarray(site << OPERATED, (site + 1) << OPERATED);
        const made = counts[MADE] as number;
        const existing = counts[EXISTING] as number;
        const calls = (counts[NUMBERS] as number) + made + existing;
        const receiver = (types[RECEIVER] as number) - 1;
        return { site, receiver, result: types[RESULT] as number, calls, made, existing };
      });
    },
  };
}
