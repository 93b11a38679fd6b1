/**
 * Groups: what figures are kept by. One group is a (site, blamed site, size class); where somebody else than the site
 * is to blame there is a second one above it, (site, size class), so that both views are exact. All groups of one size
 * class share a pool.
 */
import { OwnMap, OwnSet } from "./collections.js";
import { COUNTS, type Core, count, EXTRA, figure, MAX_GROUPS, PARENT, POOL } from "./core.js";
import { getPrototypeOf, typeName } from "./intrinsics.js";

/** No call of the user's own code is under way, or the site is the user's own and blames itself. */
export const NO_BLAME = -1;
/** The user's line ran this code without a call of its own; the stack says which, when something is made. */
export const ASK_STACK = -3;

/** A pool has no site of its own. */
const OF_POOL = -2;

export interface Group {
  /** Global site number. */
  site: number;
  /** Global number of the user's call, {@link NO_BLAME}, or the site itself. */
  blame: number;
  type: string;
  size: string | null;
  /** An array class's: how many arrays of which constructor the first instance had its storage in. */
  storage?: { [type: string]: number };
}

export class Groups {
  /** Index 0 is no group. */
  readonly list: (Group | null)[] = [null];
  /** By group: a number for type and size together, 0 where the size is not fixed. */
  readonly kinds: number[] = [0];
  /** Types by the numbers that `core.typeOf` has of groups; the first is none. */
  readonly types: (string | null)[] = [null];
  private readonly numberOf = new OwnMap<string, number>();
  private readonly kindOf = new OwnMap<string, number>();
  private readonly above = new OwnSet<number>();
  private readonly pools = new OwnMap<string, number>();
  private readonly byKey = new OwnMap<string, number>();
  /** `note` hears of every group as it is made. */
  constructor(
    private readonly core: Core,
    private readonly note: (index: number, group: Group) => void = () => undefined,
  ) {}

  /** Takes over a group that another thread has noted. */
  restore(index: number, group: Group): void {
    while (this.list.length <= index) this.list[this.list.length] = null;
    this.list[index] = group;
    const above = count(this.core, index, PARENT);
    if (above !== 0) this.above.add(above);
  }

  /** The group of a site's objects of one size class; made when it is new. */
  find(site: number, blame: number, type: string, size: string | null, classLike: boolean): number {
    const key = `${site}|${blame}|${type}|${size ?? ""}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    // A program with more size classes than the tables hold keeps its sites exact and its sizes together.
    const full = this.list.length >= MAX_GROUPS - 2;
    const index = full ? this.overflow(site) : this.push({ site, blame, type, size });
    this.byKey.set(key, index);
    if (classLike && !full) this.core.classLike[index] = 1;
    if (!full && blame !== site) {
      const above = this.find(site, site, type, size, classLike);
      this.core.counts[(index << COUNTS) + PARENT] = above;
      this.note(index, this.list[index] as Group);
      this.above.add(above);
    } else if (!full) this.core.counts[(index << COUNTS) + POOL] = this.poolOf(type, size);
    return index;
  }

  /**
   * What an array class's instances keep their elements in; those of one shape are taken to be alike. `within` is the name of
   * the array class that they are instances of, null where they are arrays.
   */
  noteStorage(index: number, storages: readonly object[], within: string | null = null): void {
    const group = this.list[index];
    if (!group || group.storage) return;
    const storage: { [type: string]: number } = {};
    for (let i = 0; i < storages.length; i++) {
      const type = within ?? typeName(getPrototypeOf(storages[i] as object));
      storage[type] = (storage[type] ?? 0) + 1;
    }
    group.storage = storage;
    const above = this.list[count(this.core, index, PARENT)];
    this.note(index, group);
    if (!above || above.storage) return;
    above.storage = storage;
    this.note(count(this.core, index, PARENT), above);
  }

  own(site: number): number {
    const known = this.core.ownArray[site] as number;
    if (known !== 0) return known;
    const made = this.find(site, site, "Array", null, false);
    this.core.ownArray[site] = made;
    return made;
  }

  /** What all lines make of one size class could share its buffers: their lives are also swept as one. 0 when full. */
  private poolOf(type: string, size: string | null): number {
    const key = `${type}|${size ?? ""}`;
    const known = this.pools.get(key);
    if (known !== undefined) return known;
    const index = this.list.length < MAX_GROUPS - 3 ? this.push({ site: OF_POOL, blame: OF_POOL, type, size }) : 0;
    this.pools.set(key, index);
    return index;
  }

  isPool(index: number): boolean {
    return this.list[index]?.site === OF_POOL;
  }

  /** True for a group that holds other groups' objects a second time. */
  isAbove(index: number): boolean {
    return this.above.has(index);
  }

  /** Physical objects beyond the logical ones. */
  extraOf(index: number): number {
    let extra = figure(this.core, index, EXTRA);
    if (this.above.has(index)) {
      for (let i = 1; i < this.list.length; i++)
        if (count(this.core, i, PARENT) === index) extra += figure(this.core, i, EXTRA);
    }
    return extra;
  }

  private push(group: Group): number {
    const index = this.list.length;
    this.list[index] = group;
    this.kinds[index] = this.kind(group);
    this.core.typeOf[index] = this.type(group.type);
    // One with a group above it is noted when that is known.
    if (group.blame === group.site) this.note(index, group);
    return index;
  }

  private type(name: string): number {
    let known = this.numberOf.get(name);
    if (known === undefined) {
      known = this.types.length;
      this.types[known] = name;
      this.numberOf.set(name, known);
    }
    return known;
  }

  private kind({ type, size }: Group): number {
    if (size === null) return 0;
    const key = `${type}|${size}`;
    const known = this.kindOf.get(key);
    if (known !== undefined) return known;
    const made = this.kindOf.size + 1;
    this.kindOf.set(key, made);
    return made;
  }

  private overflow(site: number): number {
    const key = `${site}|overflow`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = Math.min(this.list.length, MAX_GROUPS - 1);
    if (index === this.list.length) this.push({ site, blame: site, type: "Array", size: "various" });
    this.byKey.set(key, index);
    return index;
  }
}
