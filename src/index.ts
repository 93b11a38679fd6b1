/** What a program that reads reports, or a typed configuration, imports from `alloc-trace`. */
export type { Settings } from "./cli/settings.js";
export * from "./report/report.js";
export type { NotSeen, SiteKind } from "./trace/format.js";

import type { Settings } from "./cli/settings.js";

/** The shape of `alloc-trace.config.ts`: `export default { top: 20 } satisfies Config`. */
export type Config = Partial<Omit<Settings, "color" | "json" | "output">> & {
  color?: boolean;
  json?: string;
  output?: string;
};
