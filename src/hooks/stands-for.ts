/**
 * Text that stands for a file: what a test runner has made of it, and compiles by itself under the file's name. Its source
 * map tells which place is which, or the file's own text inside of it.
 */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dependencyOf } from "./language.js";
import { LINE_BREAK } from "./places.js";

/** 1-based, in UTF-16 units, as V8 counts. */
interface At {
  line: number;
  column: number;
}

export interface StandsFor {
  path: string;
  /** Its package under `node_modules`, null for the user's own. */
  dependency: string | null;
  /** As the file has them. */
  lines: string[];
  /** Where in the file something stands that is at this place of the text; null for what is not the author's. */
  place(line: number, column: number): At | null;
}

const { findEntry } = SourceMap.prototype;
/** The last one counts, as in V8. The name is cut in two, so that nobody takes it for this file's. */
const INLINE = new RegExp(
  `^//[#@] sourceMappingURL${"="}data:application/json;(?:charset=utf-?8;)?base64,([\\w+/=]+)\\s*$`,
  "gm",
);

/** How far V8 is told that the text stands from the begin of what it is: `lineOffset` and `columnOffset` of `vm`. */
export interface Offset {
  lines: number;
  columns: number;
}

/** `filename` as it was given to `vm`. Null where the text is no file's, as far as can be seen. */
export function standsFor(text: string, filename: string, offset: Offset): StandsFor | null {
  const path = pathOf(filename);
  if (path === null) return null;
  const content = contentOf(path);
  return content === null ? null : (throughMap(text, path, content, offset) ?? throughText(text, path, content));
}

/** Of a text that has no map: its lines are its own, and the name says so. */
export function unmapped(path: string): StandsFor {
  return {
    path: `${path}#compiled`,
    dependency: dependencyOf(path),
    lines: [],
    place: (line, column) => ({ line, column }),
  };
}

function pathOf(filename: string): string | null {
  if (filename.includes("\0")) return null;
  try {
    const path = filename.startsWith("file:") ? fileURLToPath(filename) : filename;
    return isAbsolute(path) ? path : null;
  } catch {
    return null;
  }
}

/** Without a byte order mark, which no compiler is given. */
export function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch {
    return null;
  }
}

interface Payload {
  sources: string[];
  sourceRoot?: string;
  mappings: string;
}

/** One file's map alone: what is bundled of several keeps its own lines. */
function throughMap(text: string, path: string, content: string, offset: Offset): StandsFor | null {
  const encoded = [...text.matchAll(INLINE)].at(-1)?.[1];
  if (encoded === undefined) return null;
  let map: SourceMap;
  try {
    const payload = JSON.parse(Buffer.from(encoded, "base64").toString("utf8")) as Payload;
    const [source, ...others] = payload.sources;
    if (source === undefined || others.length > 0 || basename(source) !== basename(path)) return null;
    map = new SourceMap({ ...payload, file: "", version: 3, names: [], sourcesContent: [], sourceRoot: "" });
  } catch {
    return null;
  }
  const made = text.split(LINE_BREAK);
  const written = content.split(LINE_BREAK);
  return {
    path: resolve(path),
    dependency: dependencyOf(path),
    lines: written,
    place(line, column) {
      // The map counts as V8 does, from where it is told that the text begins.
      const right = line === 1 ? offset.columns : 0;
      const mapped = line - 1 + offset.lines;
      const entry = findEntry.call(map, mapped, column - 1 + right);
      if (!("originalLine" in entry) || entry.originalLine === undefined || entry.generatedLine !== mapped) return null;
      const from = entry.originalColumn;
      const begin = entry.generatedColumn - right;
      const further = column - 1 - begin;
      const source = written[entry.originalLine]?.slice(from, from + further);
      // The map names the begins of tokens; within a stretch that was taken over as it is, we can go on counting.
      const same = source === made[line - 1]?.slice(begin, column - 1);
      return { line: entry.originalLine + 1, column: from + 1 + (same ? further : 0) };
    },
  };
}

/** The file as it is, with a wrapper around it at most. */
function throughText(text: string, path: string, content: string): StandsFor | null {
  const at = content === "" ? -1 : text.indexOf(content);
  if (at < 0) return null;
  const before = text.slice(0, at).split(LINE_BREAK);
  const lines = before.length - 1;
  const columns = before[lines]?.length ?? 0;
  const written = content.split(LINE_BREAK);
  return {
    path: resolve(path),
    dependency: dependencyOf(path),
    lines: written,
    place(line, column) {
      const own = { line: line - lines, column: line === lines + 1 ? column - columns : column };
      return own.line < 1 || own.line > written.length || own.column < 1 ? null : own;
    },
  };
}
