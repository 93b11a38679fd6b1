/** Readers of single values, shared by flags and configuration: each returns the typed value or says what it wants. */
import { FORMAT_NAMES, isFormat } from "../report/formats/index.js";
import { BYS, type By, SORTS, type Sort } from "../report/options.js";
import type { WrappedModule } from "../trace/session.js";
import { ENGINE_WISHES, type EngineWish, type FormatRequest, type Settings } from "./settings.js";

/** A value that does not fit; `wanted` completes the sentence "… must be …". */
export class Misfit extends Error {
  readonly wanted: string;
  constructor(wanted: string) {
    super(`must be ${wanted}`);
    this.wanted = wanted;
  }
}

export function wholeNumber(text: string, least: number): number {
  const wanted = `a whole number from ${least} up, such as 10`;
  if (!/^\d+$/.test(text)) throw new Misfit(wanted);
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new Misfit(wanted);
  return value;
}

const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
const LEAST_WINDOW = 2 ** 20;
const MOST_WINDOW = 8 * 2 ** 30;

/** A size in bytes: `64MB`, `1.5 GB`, `512k`, `1048576`; units are powers of 1,024. */
export function byteSize(text: string): number {
  const wanted = "a size from 1MB to 8GB, such as 256MB";
  const parts = /^\s*(\d+(?:\.\d+)?)\s*([kmgb]?)(?:i?b)?\s*$/i.exec(text);
  const unit = UNITS[(parts?.[2] ?? "").toLowerCase()];
  if (!parts || unit === undefined) throw new Misfit(wanted);
  const bytes = Math.floor(Number(parts[1]) * unit);
  if (bytes < LEAST_WINDOW || bytes > MOST_WINDOW) throw new Misfit(wanted);
  return bytes;
}

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** The longest that a timer of Node can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** A time in milliseconds: `30s`, `1.5m`, `500ms`, `2h`; a bare number is seconds. */
export function duration(text: string): number {
  const parts = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|)\s*$/.exec(text);
  const value = Math.round(Number(parts?.[1]) * (MILLISECONDS[parts?.[2] || "s"] ?? 0));
  if (!parts || value < 1 || value > LONGEST_MS) throw new Misfit("a time from 1ms to 596h, such as 30s");
  return value;
}

/** `all`, `none`, or package names separated by commas. */
export function dependencies(text: string): Settings["deps"] {
  if (text === "all" || text === "none") return text;
  return packageNames(text.split(",").map((name) => name.trim()));
}

export function packageNames(names: string[]): string[] {
  if (names.length === 0 || names.some((name) => !/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(name))) {
    throw new Misfit("all, none, or package names, such as ml-matrix,three");
  }
  return names;
}

export function sortKey(text: string): Sort {
  const key = SORTS.find((known) => known === text);
  if (!key) throw new Misfit(`one of ${SORTS.join(", ")}`);
  return key;
}

/** `sarif`, or `sarif=out.sarif`. */
export function format(text: string): FormatRequest {
  const [, name = text, file] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (!isFormat(name)) throw new Misfit(`one of ${FORMAT_NAMES.join(", ")}, alone or with =FILE`);
  return { format: name, file: file === undefined ? null : fileName(file) };
}

export function engineWish(text: string): EngineWish {
  const wish = ENGINE_WISHES.find((known) => known === text);
  if (!wish) throw new Misfit(`one of ${ENGINE_WISHES.join(", ")}`);
  return wish;
}

/** `all`, `none`, or one or both of `workers` and `children`, separated by a comma. */
export function followed(text: string): Settings["follow"] {
  const names = new Set(text.split(",").map((name) => name.trim()));
  const known = [...names].every((name) => ["all", "none", "workers", "children"].includes(name));
  if (!known || (names.size > 1 && (names.has("all") || names.has("none")))) {
    throw new Misfit("all, workers, children or none");
  }
  if (names.size > 1) return "all";
  return text.trim() as Settings["follow"];
}

export function byKey(text: string): By {
  const key = BYS.find((known) => known === text);
  if (!key) throw new Misfit(`one of ${BYS.join(", ")}`);
  return key;
}

export function fileName(text: string): string {
  if (text === "" || text.includes("\0")) throw new Misfit("the name of a file");
  return text;
}

export function glob(text: string): string {
  if (text === "") throw new Misfit("a pattern of file names, such as src/**/*.ts");
  return text;
}

/** A class's name, with `!` before it where the class is to be left out. */
export function className(text: string): string {
  if (!/^!?[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text)) {
    throw new Misfit("a list of class names such as Tensor, or !Box3 for one to leave out");
  }
  return text;
}

/** `lib`, `lib/sub`, `./vendor/lib.js`, each with `:Export` behind it where one export is meant. */
export function wrapped(text: string): WrappedModule {
  const parts = /^(.+?)(?::([\p{ID_Start}$_][\p{ID_Continue}$]*))?$/u.exec(text);
  const [, module = "", name] = parts ?? [];
  if (
    module === "" ||
    module.endsWith(":") ||
    (!isFile(module) && !/^(?:@[\w.~-]+\/)?[\w.~-]+(?:\/.+)?$/.test(module))
  ) {
    throw new Misfit("a module, such as lib, lib:Matrix or ./vendor/lib.js:Matrix");
  }
  return { module, name: name ?? null };
}

/** Not a package. */
export function isFile(module: string): boolean {
  return /^\.{0,2}[/\\]|^[a-z]:[/\\]/i.test(module);
}

export function nodeFlag(text: string): string {
  if (!/^-./.test(text)) throw new Misfit("a flag of Node, such as --node-arg=--max-old-space-size=8000");
  return text;
}
