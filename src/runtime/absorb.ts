/**
 * An array class's instance and its storage are one array object: they share one life, and its line is the instance's.
 */

import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Groups } from "./groups.js";
import { type ArrayClass, dimensions, fieldOf, shapeText, storageOf } from "./instances.js";
import { isArray, isView } from "./intrinsics.js";
import { unmarked } from "./marks.js";
import type { Stamps } from "./stamps.js";

interface Absorbing {
  core: Core;
  stamps: Stamps;
  groups: Groups;
  state: { blame: number };
  groupFor(site: number, own: boolean, type: string, size: string | null, classLike: boolean): number;
  birth(of: number, bytes: number): number;
  makeView(value: object, base: object): void;
}

/** What a site's `new` made the last time. */
export interface Made {
  prototype: object;
  /** Null for a class that is none of ours. */
  info: ArrayClass | null;
  blame: number;
  dimensions: number[];
  /** Elements of its flat storage. */
  length: number;
  group: number;
}

/** Group of an instance: the same as the last time round where line and shape are the same. */
function groupOf(a: Absorbing, site: number, instance: object, own: boolean, info: ArrayClass, made: Made): number {
  // A list of its own each time: V8 takes longer to make one shorter.
  const shape: number[] = [];
  dimensions(instance, info, shape);
  let same = made.group !== at.NO_GROUP && made.blame === a.state.blame && made.dimensions.length === shape.length;
  for (let i = 0; same && i < shape.length; i++) same = made.dimensions[i] === shape[i];
  if (same) return made.group;
  made.blame = a.state.blame;
  made.dimensions = shape;
  made.length = info.flat === null ? 0 : lengthOf(fieldOf(instance, info.flat));
  made.group = a.groupFor(site, own, info.name, shapeText(shape), true);
  const within = info.innerCounts ? (info.inner?.name ?? null) : null;
  a.groups.noteStorage(made.group, storageOf(instance, info), within);
  return made.group;
}

function lengthOf(value: unknown): number {
  return isView(value) && "length" in value ? (value.length as number) : 0;
}

function bytesOf(storages: readonly object[]): number {
  let bytes = 0;
  for (let i = 0; i < storages.length; i++) {
    const storage = storages[i] as object;
    if (isView(storage)) bytes += storage.byteLength;
    else if (isArray(storage)) bytes += storage.length * 8;
  }
  return bytes;
}

/** Arrays that no other instance holds; an inner instance only where the same call has made it. */
function isItsOwn({ core, stamps, groups, state }: Absorbing, storage: object, info: ArrayClass): boolean {
  const of = stamps.group(storage);
  if (!info.innerCounts) return core.classLike[of] === 0;
  return groups.list[of]?.blame === state.blame;
}

/**
 * The common case, all storage in one typed array that was just made: the instance takes over its life as it is.
 * False when it is another case.
 */
export function absorbFlat(a: Absorbing, instance: object, made: Made): boolean {
  const { info } = made;
  if (info === null || info.flat === null || made.group === at.NO_GROUP || made.blame !== a.state.blame) return false;
  const data = fieldOf(instance, info.flat);
  if (!isView(data) || !a.stamps.has(data) || (data as Uint8Array).length !== made.length) return false;
  if (info.rows !== null && fieldOf(instance, info.rows) !== made.dimensions[0]) return false;
  const { clock, classLike, mask, slots } = a.core;
  const id = a.stamps.id(data);
  if (id <= (clock[at.CLOSED] as number) || classLike[a.stamps.group(data)] === 1) return false;
  const of = made.group;
  slots[((id & mask) << at.SLOTS) + at.GROUP] = of;
  at.addTo(a.core, of, at.EXTRA, 1);
  a.stamps.move(data, id, of);
  a.stamps.put(instance, id, of);
  return true;
}

/** Coordinates alone (Vector3): nothing to look for, and one shape. */
export function isCoordinates({ fields, inner, coordinates }: ArrayClass): boolean {
  return fields.length === 0 && inner === null && coordinates > 0;
}

/** `site` made `instance`: takes the storage that was made for it into the instance's life. */
export function absorb(a: Absorbing, site: number, instance: object, own: boolean, info: ArrayClass, made: Made): void {
  const { core, stamps } = a;
  const { clock, mask, lives, slots } = core;
  if (isCoordinates(info)) {
    const known = made.group !== at.NO_GROUP && made.info === info && made.blame === a.state.blame;
    const of = known ? made.group : groupOf(a, site, instance, own, info, made);
    stamps.put(instance, a.birth(of, info.coordinates * 8), of);
    return;
  }
  const of = groupOf(a, site, instance, own, info, made);
  const mine: object[] = [];
  let shared: object | null = null;
  let oldest = Infinity;
  const storages = storageOf(instance, info);
  for (let i = 0; i < storages.length; i++) {
    const storage = storages[i] as object;
    if (!stamps.has(storage)) {
      stamps.put(storage, 0, of);
      mine[mine.length] = storage;
      continue;
    }
    const id = stamps.id(storage);
    if (id > (clock[at.CLOSED] as number) && isItsOwn(a, storage, info)) {
      mine[mine.length] = storage;
      if (id < oldest) oldest = id;
    } else if (isView(storage) || shared === null) shared ??= storage;
  }
  if (oldest === Infinity) {
    // Nothing was seen being made for it: coordinates, a view of what another instance holds, or code without probes.
    const id = a.birth(of, info.fields.length === 0 ? info.coordinates * 8 : bytesOf(mine));
    stamps.put(instance, id, of);
    for (let i = 0; i < mine.length; i++) stamps.move(mine[i] as object, id, of);
    if (shared !== null) a.makeView(instance, shared);
    at.addTo(core, of, at.EXTRA, mine.length);
    return;
  }
  const slot = oldest & mask;
  let used = lives[slot << at.LIVES] as number;
  let bytes = 0;
  for (let i = 0; i < mine.length; i++) {
    const storage = mine[i] as object;
    const id = stamps.id(storage);
    // What an inner instance holds is this one's now.
    if (info.innerCounts && info.inner !== null) {
      const inside = storageOf(storage, info.inner).length;
      const before = stamps.group(storage);
      at.addTo(core, before, at.EXTRA, -inside);
      at.addTo(core, of, at.EXTRA, inside);
    }
    if (id > 0) {
      const its = id & mask;
      used = Math.max(used, lives[its << at.LIVES] as number);
      bytes += at.heldBy(slots[(its << at.SLOTS) + at.SIZE] as number);
      if (its !== slot) slots[(its << at.SLOTS) + at.GROUP] = at.NO_GROUP;
    }
    stamps.move(storage, oldest, of);
  }
  lives[slot << at.LIVES] = unmarked(used);
  slots[(slot << at.SLOTS) + at.GROUP] = of;
  slots[(slot << at.SLOTS) + at.SIZE] = at.sizeOf(bytes);
  at.addTo(core, of, at.EXTRA, mine.length);
  stamps.put(instance, oldest, of);
  // Made with a list of its own (a shape, strides) around what another one holds.
  if (shared !== null) a.makeView(instance, shared);
}
