/** Formats by name: each is one function from the report to text. A new one is a file and a line here. */
import { renderJson } from "./json.js";
import { DEFAULTS, type RenderOptions } from "./options.js";
import type { Report } from "./report.js";
import { renderText } from "./text.js";

export { renderJson } from "./json.js";
export { type RenderOptions, SORTS } from "./options.js";
export type { Report } from "./report.js";
export { renderText } from "./text.js";

type Format = (report: Report, options: RenderOptions) => string;

const FORMATS = {
  text: renderText,
  json: renderJson,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export function render(format: FormatName, report: Report, options: Partial<RenderOptions> = {}): string {
  const chosen: Format = FORMATS[format];
  return chosen(report, { ...DEFAULTS, ...options });
}
