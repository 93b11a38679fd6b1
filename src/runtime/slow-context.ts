/** What the slow paths share with the probes. */
import type { Core } from "./core.js";
import type { Groups } from "./groups.js";
import type { Registry } from "./registry.js";
import type { Stamps } from "./stamps.js";

export interface SlowContext {
  core: Core;
  groups: Groups;
  registry: Registry;
  stamps: Stamps;
  /** `objects`: array objects other than arrays and views have been seen, so that any object may be one. */
  state: { blame: number; objects: boolean };
  handed: object[];
  positions: number[];
  S: Int32Array;
  W: object;
  /** Names of properties by which array objects are read. */
  F: Record<string, boolean>;
  /** Classes by name that are array classes, or are none. */
  arrayClasses: ReadonlyMap<string, boolean>;
  isProxy(value: object): boolean;
}
