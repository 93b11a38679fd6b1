/** What a program that reads reports, or a typed configuration, imports from `alloc-trace`. */
export type { Settings } from "./cli/settings.js";
export * from "./report/engine.js";
export * from "./report/finding.js";
export * from "./report/report.js";
export type { NotSeen, SiteKind } from "./trace/format.js";

import type { Settings } from "./cli/settings.js";
import type { Metric } from "./report/finding.js";

type Checked = Omit<
  Settings,
  | "budgets"
  | "color"
  | "engine"
  | "exclude"
  | "format"
  | "include"
  | "json"
  | "nodeArgs"
  | "output"
  | "profileOut"
  | "scale"
  | "scripts"
  | "tolerance"
  | "window"
>;

type Limits = string | string[] | Partial<Record<Metric, number | string>>;
type Amount = number | string;

/** The shape of `alloc-trace.config.ts`: `export default { top: 20 } satisfies Config`. */
export interface Config extends Partial<Checked> {
  /** One pattern of file names, or several; relative to the configuration's own folder. */
  include?: string | string[];
  exclude?: string | string[];
  /** Bytes, or a size such as `256MB`. */
  window?: number | string;
  nodeArgs?: string | string[];
  output?: string;
  engine?: boolean | Settings["engine"];
  profileOut?: string;
  json?: string;
  /** One format or several, each with a file: `sarif=out.sarif`. */
  format?: string | string[];
  color?: boolean;
  /** What `check` runs: scripts or patterns, relative to the configuration's own folder. */
  scripts?: string | (string | { script: string; args?: (string | number)[] })[];
  /** By pattern of files, or "total" for the whole run: `{ "src/sim.ts": { "perIteration": 2 } }`, or laws. */
  budgets?: Record<string, Limits>;
  /** By metric for all files, or by pattern: `{ "bytes": "1%", "src/generated/**": { "allocated": 10 } }`. */
  tolerance?: Record<string, Amount | Partial<Record<Metric, Amount>>>;
  /** `N=1000,2000,4000,8000`. */
  scale?: string;
}
