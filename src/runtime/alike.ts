/**
 * What `new` gives at a line is mostly what it gave before: a vector of three coordinates, eight numbers in a typed array. Such
 * a site has a record by which a probe knows the next one without asking what it is.
 */
import type { Core } from "./core.js";

export interface Alike {
  prototype: object;
  /** Elements of a typed array; -1 for an instance, whose storage is its coordinates alone. */
  length: number;
  /** The user's call that the group belongs to, `NOBODY` where the record is not to be used. */
  blame: number;
  group: number;
  bytes: number;
}

/** What {@link Core.alike} says of a site without a record: what it makes is to be asked about; or is a new plain array. */
export const ASKED = -1;
export const CLAIMED = -2;

/** No call's number. */
const NOBODY = -1000;
/** Larger sizes are not kept as they are, see `sizeOf` in `core.ts`. */
const MOST_BYTES = 2 ** 30;

export type AlikeSites = ReturnType<typeof makeAlike>;

/** Records by what {@link Core.alike} says of a site; the first is of sites that have none. */
export function makeAlike({ alike }: Core) {
  const records: Alike[] = [{ prototype: {}, length: -1, blame: NOBODY, group: 0, bytes: 0 }];
  let off = false;

  return {
    records,
    /** This is what the site has just made. */
    learn(site: number, prototype: object, length: number, blame: number, group: number, bytes: number): void {
      const known = alike[site] as number;
      if (off || known < 0 || bytes > MOST_BYTES) return;
      if (known === 0) {
        alike[site] = records.length;
        records[records.length] = { prototype, length, blame, group, bytes };
        return;
      }
      const record = records[known] as Alike;
      record.prototype = prototype;
      record.length = length;
      record.blame = blame;
      record.group = group;
      record.bytes = bytes;
    },
    /** It made something else than its record says: it is asked about from now on. */
    differs(site: number): void {
      alike[site] = ASKED;
    },
    /** From now on all are asked about. */
    stop(): void {
      off = true;
      for (let i = 0; i < records.length; i++) (records[i] as Alike).blame = NOBODY;
    },
  };
}
