/** What a configuration may hold: one reader a key, each from an unknown value to a typed one. */
import { budgets, scale, scripts, tolerance } from "./gate-values.js";
import type { Settings } from "./settings.js";
import {
  byKey,
  byteSize,
  className,
  dependencies,
  duration,
  engineWish,
  fileName,
  followed,
  format,
  glob,
  Misfit,
  nodeFlag,
  packageNames,
  sortKey,
  wholeNumber,
  wrapped,
} from "./values.js";

type Readers = { readonly [Key in keyof Settings]: (value: unknown) => Settings[Key] };

function text(value: unknown, wanted: string): string {
  if (typeof value !== "string") throw new Misfit(wanted);
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Misfit("true or false");
  return value;
}

function whole(least: number): (value: unknown) => number {
  return (value) => wholeNumber(typeof value === "number" ? String(value) : "", least);
}

function list(read: (item: string) => string, wanted: string): (value: unknown) => string[] {
  return (value) => {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => read(text(item, wanted)));
  };
}

const FORMATS = "a format, such as sarif=out.sarif, or a list of them";
const WRAPPED = "a list of modules, such as lib or lib:Matrix";
const GLOBS = "a pattern of file names or a list of them";

export const CONFIG_KEYS: Readers = {
  deps: (value) =>
    Array.isArray(value)
      ? packageNames(value.map((name: unknown) => text(name, "all, none, or a list of package names")))
      : dependencies(text(value, "all, none, or a list of package names")),
  include: list(glob, GLOBS),
  exclude: list(glob, GLOBS),
  wrap: (value) => (Array.isArray(value) ? value : [value]).map((item: unknown) => wrapped(text(item, WRAPPED))),
  arrayClasses: list(className, "a list of class names"),
  countOnly: flag,
  scopes: flag,
  window: (value) => byteSize(typeof value === "number" ? String(value) : text(value, "a size such as 256MB")),
  cache: flag,
  follow: (value) => followed(text(value, "all, workers, children or none")),
  every: (value) => duration(typeof value === "number" ? String(value) : text(value, "a time such as 5s")),
  everyTo: (value) => fileName(text(value, "the name of a file")),
  progress: flag,
  timeout: (value) => duration(typeof value === "number" ? String(value) : text(value, "a time such as 30s")),
  nodeArgs: list(nodeFlag, "a list of Node's flags"),
  engine: (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : engineWish(text(value, "no, ask or yes"))),
  profileOut: (value) => fileName(text(value, "the name of a folder")),
  retained: flag,
  top: whole(1),
  by: (value) => byKey(text(value, "line, site or thread")),
  sort: (value) => sortKey(text(value, "a column's name")),
  all: flag,
  min: whole(0),
  frames: flag,
  quiet: flag,
  output: (value) => fileName(text(value, "the name of a file")),
  json: (value) => fileName(text(value, "the name of a file")),
  format: (value) => (Array.isArray(value) ? value : [value]).map((item: unknown) => format(text(item, FORMATS))),
  color: flag,
  scripts,
  baseline: (value) => fileName(text(value, "the name of a file")),
  budgets,
  tolerance,
  ratchet: flag,
  runs: whole(1),
  scale: (value) => scale(text(value, "a size and its values, such as N=1000,2000,4000,8000")),
  rates: flag,
};
