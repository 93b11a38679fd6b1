/** What the slow paths share with the probes. */
import type { AlikeSites } from "./alike.js";
import type { Core } from "./core.js";
import type { Groups } from "./groups.js";
import type { Registry } from "./registry.js";
import type { Stamps } from "./stamps.js";

export interface State {
  /** The user's call that is under way, and what was before the stack had to be asked. */
  blame: number;
  under: number;
  /** Whom it is for where no line of the user's is on the stack. */
  otherwise: number;
  objects: boolean;
  /** What is looked at may have a stamp that it should not have. */
  renewing: boolean;
  /** A part of the program runs without probes. */
  border: boolean;
}

export interface SlowContext {
  core: Core;
  /** Null where every array is to be asked about. */
  alike: AlikeSites | null;
  /** Clock of the birth of so many bytes, less than 4 GB, in this group: see `stamp-class.ts`. */
  birth(bytes: number, group: number): number;
  groups: Groups;
  registry: Registry;
  stamps: Stamps;
  /** `objects`: array objects other than arrays and views have been seen, so that any object may be one. */
  state: State;
  handed: object[];
  positions: number[];
  S: Int32Array;
  W: object;
  /** By the number of a property's name, 1 when array objects have it. */
  F: Uint8Array;
  /** Classes by name that are array classes, or are none. */
  arrayClasses: ReadonlyMap<string, boolean>;
  /** The user's line by the stack, with `waiting` one that only waits as well; null where there is none on it. */
  callerSite(waiting: boolean): number | null;
  isProxy(value: object): boolean;
}
