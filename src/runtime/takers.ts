/**
 * Functions that take what a call hands over to them by themselves: they are traced, and have a parameter for each argument. A line that
 * calls the same one again need not put its arrays on the list of those that are on their way (`instrument/arguments.ts`).
 */
import { OwnWeakMap } from "./collections.js";
import { ownMark } from "./function-text.js";

type Callee = (...given: never) => unknown;

/** Calls of a site of what is new to us, or no such function, before it is left alone. */
const TRIES = 16;

export interface Takers {
  /** By site, the function that was called there; null where it is no use to ask. */
  takers: (Callee | null | undefined)[];
  /** Whether the function takes arguments up to this one by itself; the site knows it again if so. */
  takes(site: number, callee: unknown, last: number): boolean;
  /** There are sites up to this one: V8 reads quickest what is no further than a list goes. */
  room(sites: number): void;
}

export function makeTakers(): Takers {
  const takers: Takers["takers"] = [];
  const tries: number[] = [];
  const known = new OwnWeakMap<Callee, number>();
  const { apply, isExtensible, set } = Reflect;
  const text = Function.prototype.toString;

  const parametersOf = (callee: Callee): number => ownMark(apply(text, callee, []))?.takes ?? 0;

  return {
    takers,
    takes(site, callee, last) {
      if (takers[site] === null || typeof callee !== "function") return false;
      let takes = known.get(callee as Callee);
      if (takes === undefined) {
        takes = parametersOf(callee as Callee);
        known.set(callee as Callee, takes);
      }
      const tried = (tries[site] ?? 0) + 1;
      tries[site] = tried;
      // No assignment, which would throw in the program's midst if that has frozen all that it found.
      if (tried === TRIES) set(takers, site, null);
      else if (takes > last) set(takers, site, callee);
      return takes > last;
    },
    room(sites) {
      if (!isExtensible(takers)) return;
      for (let at = takers.length; at < sites; at++) {
        takers[at] = undefined;
        tries[at] = 0;
      }
    },
  };
}
