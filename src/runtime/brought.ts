/**
 * Arrays inside of what comes from code without probes: the list that `Promise.all` gives, `{ data, info }` of an addon,
 * `svd.U` of a package that is left out. Nobody saw them being made, so they count where they come out.
 */

import { OwnWeakMap } from "./collections.js";
import { holdsNumbers } from "./instances.js";
import { dataElement, getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, ownKeys } from "./intrinsics.js";
import { isOpaque } from "./opaque.js";
import type { Stamps } from "./stamps.js";

const { prototype: objectPrototype } = Object;
const { toStringTag } = Symbol;

interface Context {
  stamps: Stamps;
  isProxy(value: object): boolean;
  fresh(site: number, value: object, own: boolean, id: number, sure: boolean): void;
  /** Stamps an instance of an array class. */
  outside(site: number, value: object, own: boolean): void;
}

/** How many plain objects inside of each other are looked into: `{ channels: [{ data }] }`, and no graph of a program's. */
const DEPTH = 3;
/** Looks in a row in which a site's objects held nothing new; from then on one in so many is looked into. */
const FRUITLESS = 64;
const SELDOM = 64;

export interface Brought {
  /** Whether this site's values are to be looked into this time. */
  due(site: number): boolean;
  /** What an await, or a callback that a queue calls, brings: a native may have made what is in a list or an object. */
  awaited(site: number, value: object, own: boolean): void;
  /** What a call has given, where a part of the program runs without probes. */
  given(site: number, value: object, own: boolean): void;
}

export function makeBrought({ stamps, isProxy, fresh, outside }: Context): Brought {
  /** By site, looks in a row that found nothing. */
  const fruitless: number[] = [];
  const opaque = new OwnWeakMap<object, boolean>();
  // Of the look that is under way; none begins inside of another.
  let at = 0;
  let owned = true;
  let border = false;
  let found = 0;

  function array(value: object, depth: number): void {
    found++;
    fresh(at, value, owned, 0, true);
    if (isArray(value)) elements(value, depth);
  }

  function elements(list: readonly unknown[], depth: number): void {
    for (let i = 0; i < list.length; i++) inside(dataElement(list, i), depth);
  }

  function inside(value: unknown, depth: number): void {
    if (typeof value !== "object" || value === null || isProxy(value) || stamps.has(value)) return;
    if (isView(value) || isArray(value)) array(value, depth);
    else object(value, depth);
  }

  function object(value: object, depth: number): void {
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === objectPrototype) {
      // A module's exports may have no value yet.
      if (depth > 0 && getOwnPropertyDescriptor(value, toStringTag) === undefined) fields(value, depth - 1);
      return;
    }
    if (!border) return;
    outside(at, value, owned);
    if (stamps.has(value)) found++;
    else if (depth > 0 && isOpaqueClass(prototype)) results(value);
  }

  /** No getter is called. */
  function fields(value: object, depth: number): void {
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) inside(getOwnPropertyDescriptor(value, keys[i] as PropertyKey)?.value, depth);
  }

  /** An instance that is no array object, of a class without probes: numbers in fields that are not kept to itself. */
  function results(value: object): void {
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "string" || key[0] === "_") continue;
      const field = getOwnPropertyDescriptor(value, key)?.value as unknown;
      if (typeof field !== "object" || field === null || isProxy(field) || stamps.has(field)) continue;
      // An empty list is as likely of anything else.
      if (!isArray(field) || (field.length > 0 && holdsNumbers(field))) inside(field, 0);
    }
  }

  function isOpaqueClass(prototype: object): boolean {
    let answer = opaque.get(prototype);
    if (answer === undefined) {
      answer = isOpaque(prototype);
      opaque.set(prototype, answer);
    }
    return answer;
  }

  function due(site: number): boolean {
    const before = fruitless[site] ?? 0;
    fruitless[site] = before + 1;
    return before < FRUITLESS || before % SELDOM === 0;
  }

  function look(site: number, value: object, own: boolean): void {
    if (isProxy(value) || isView(value)) return;
    found = 0;
    at = site;
    owned = own;
    if (isArray(value)) elements(value, DEPTH);
    else object(value, DEPTH);
    if (found > 0) fruitless[site] = 0;
  }

  return {
    due,
    awaited(site, value, own) {
      border = false;
      look(site, value, own);
    },
    given(site, value, own) {
      border = true;
      if (due(site)) look(site, value, own);
    },
  };
}
