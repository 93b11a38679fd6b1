/** What a program that reads reports, or a typed configuration, imports from `alloc-trace`. */
export type { Settings } from "./cli/settings.js";
export * from "./report/engine.js";
export * from "./report/finding.js";
export * from "./report/report.js";
export type { NotSeen, SiteKind } from "./trace/format.js";

import type { Settings } from "./cli/settings.js";

type Checked = Omit<
  Settings,
  "color" | "engine" | "exclude" | "format" | "include" | "json" | "nodeArgs" | "output" | "profileOut" | "window"
>;

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
}
