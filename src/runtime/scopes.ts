/**
 * Ends of iterations and calls (`--scopes`): what they have made is marked, and any later use stores a clock over the mark.
 * So a life that still has its mark when it is closed ended within, and nothing that is used later is ever said to.
 *
 * The mark is made on each array that was born since the iteration or the call began, at a place of that very loop or
 * function, and once: what a function that calls itself has made is over when the inner call is, whatever the outer one does
 * with it. Of lives that are shared, or closed by then, nothing is said. Two activations that take turns (async functions) may
 * mark too early what is the other's: then a use comes later, and the mark is gone.
 */
import type { Core } from "./core.js";
import { CLOSED, GROUP, LIVES, NOW, SLOTS } from "./core.js";
import { type Groups, NO_BLAME } from "./groups.js";
import { getOwnPropertyDescriptor, isArray, isView, ownKeys } from "./intrinsics.js";
import { AFTER_CALL, AFTER_ITERATION, unmarked } from "./marks.js";
import type { Registry } from "./registry.js";
import type { Stamps } from "./stamps.js";

/** Where a group's arrays are made: numbers of the innermost loop and of the function, as `iterations` counts them. */
interface Place {
  loop: number;
  call: number;
}

const NOWHERE: Place = { loop: -1, call: -1 };

interface Context {
  core: Core;
  groups: Groups;
  registry: Registry;
  stamps: Stamps;
  isProxy(value: object): boolean;
}

/** So far what a function gives is looked into, and so many elements of each list. */
const DEEPEST = 3;
const MOST = 64;

export function makeScopeProbes({ core, groups, registry, stamps, isProxy }: Context) {
  const { clock, lives, slots, mask } = core;
  /** By slot: four times the clock of the birth, and what is over. Most sessions never ask. */
  let asked: Float64Array | null = null;
  /** By group. */
  const places: (Place | undefined)[] = [];

  function placeOf(of: number): Place {
    const known = places[of];
    if (known !== undefined) return known;
    const group = groups.list[of];
    const site = group ? (group.blame === NO_BLAME ? group.site : group.blame) : -1;
    const found = registry.site(site);
    const first = found === null ? 0 : registry.first(registry.fileOf(site));
    const place =
      found === null
        ? NOWHERE
        : {
            loop: found.loop < 0 ? -1 : first - found.loop - 1,
            call: found.owner < 0 ? -1 : first + found.owner,
          };
    places[of] = place;
    return place;
  }

  /** Whether this has been asked before: see {@link asked}. */
  function wasOver(id: number, slot: number, bit: number): boolean {
    asked ??= new Float64Array(mask + 1);
    const none = 4 * id;
    const before = asked[slot] as number;
    // Another's, whose slot it was.
    const bits = before < none ? 0 : before - none;
    asked[slot] = none + (bits | bit);
    return (bits & bit) !== 0;
  }

  /** The end of a loop's iteration or (`call`) a function's call, which began at the clock `since`. */
  function over(scope: number, since: number, call: 0 | 1): void {
    const from = Math.max(since, clock[CLOSED] as number);
    const now = clock[NOW] as number;
    const bit = call === 1 ? AFTER_CALL : AFTER_ITERATION;
    for (let id = from + 1; id <= now; id++) {
      const slot = id & mask;
      const of = slots[(slot << SLOTS) + GROUP] as number;
      if (of === 0) continue;
      const place = placeOf(of);
      if ((call === 1 ? place.call : place.loop) !== scope) continue;
      // Used since, it has no mark any more.
      if (wasOver(id, slot, bit)) continue;
      // Infinity and NaN stay what they are.
      lives[slot << LIVES] = (lives[slot << LIVES] as number) + bit / 8;
    }
  }

  /** Somebody has it when the call is over: no mark is to be put on it. */
  function passOn(value: unknown, depth: number): void {
    if (typeof value !== "object" || value === null) return;
    const id = stamps.peek(value);
    if (id > (clock[CLOSED] as number)) {
      const slot = id & mask;
      wasOver(id, slot, AFTER_CALL | AFTER_ITERATION);
      // A call that it was made in may be over already.
      lives[slot << LIVES] = unmarked(lives[slot << LIVES] as number);
    }
    if (depth === DEEPEST || isView(value) || isProxy(value)) return;
    const keys = isArray(value) ? null : ownKeys(value);
    const many = keys === null ? (value as unknown[]).length : keys.length;
    for (let i = 0; i < many && i < MOST; i++) {
      const key = keys === null ? i : (keys[i] as PropertyKey);
      passOn(getOwnPropertyDescriptor(value, key)?.value, depth + 1);
    }
  }

  /**
   * What a function gives, and what that holds: a native that has called it may read it before anything else is made, and no
   * probe sees that (`flatMap(f)`, a proxy's `ownKeys`, `toJSON`, the entries of an iterator for a Map).
   */
  function given<T>(value: T): T {
    passOn(value, 0);
    return value;
  }

  return { over, given };
}
