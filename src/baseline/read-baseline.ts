/** Reads a baseline. Nothing in it is believed before it has been looked at: a wrong one must not make a run clean. */
import { visit } from "jsonc-parser";
import { BASELINE_VERSION, type Baseline } from "./baseline-file.js";
import { keyParts, type Site, type Snapshot } from "./site.js";

/** What is wrong with a baseline, and where. `what` completes the sentence "the baseline … ". */
export class BaselineFault extends Error {
  constructor(
    readonly what: string,
    readonly mend: string,
    /** From 1; null where it is about the whole file. */
    readonly line: number | null = null,
  ) {
    super(what);
  }
}

const AGAIN = "take it from your last commit (git checkout), or remove it and make it again: alloc-trace check --init";

type Path = (string | number)[];

/** @throws BaselineFault */
export function readBaseline(source: string): Baseline {
  const text = source.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new BaselineFault("is empty", AGAIN);
  const conflict = /^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/m.exec(text);
  if (conflict !== null) {
    throw new BaselineFault(
      "has merge-conflict markers",
      "take either side (git checkout --theirs FILE), then write the figures of the merged code: alloc-trace check --update",
      lineOf(text, conflict.index),
    );
  }
  const value = parse(text);
  try {
    refuseDuplicates(text);
    return baselineOf(value);
  } catch (error) {
    if (error instanceof RangeError) throw new BaselineFault("nests too deeply", AGAIN);
    if (!(error instanceof Wrong)) throw error;
    throw new BaselineFault(error.what, AGAIN, lineOfPath(text, error.path));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const cut = /end of JSON input|Unterminated/.test(message) || !text.trimEnd().endsWith("}");
    const offset = /at position (\d+)/.exec(message)?.[1];
    const line = offset === undefined ? (cut ? lineOf(text, text.length) : null) : lineOf(text, Number(offset));
    throw new BaselineFault(cut ? "is cut short" : "is not JSON", AGAIN, line);
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** A value that does not fit, and the way to it. */
class Wrong extends Error {
  constructor(
    readonly path: Path,
    readonly what: string,
  ) {
    super(what);
  }
}

/** JSON takes the last of two equal keys in silence, so half of a merge would be lost. */
function refuseDuplicates(text: string): void {
  const open: Set<string>[] = [];
  let found: { name: string; line: number } | null = null;
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, _offset, _length, startLine) => {
      const names = open.at(-1);
      if (names?.has(name)) found ??= { name, line: startLine + 1 };
      names?.add(name);
    },
  });
  const first = found as { name: string; line: number } | null;
  if (first === null) return;
  throw new BaselineFault(
    `has the key ${JSON.stringify(first.name)} twice`,
    "keep one of the two lines, then write the figures of the code as it is: alloc-trace check --update",
    first.line,
  );
}

function lineOfPath(text: string, path: Path): number | null {
  if (path.length === 0) return 1;
  let line: number | null = null;
  visit(text, {
    onObjectProperty: (name, _offset, _length, startLine, _character, pathSupplier) => {
      if (line !== null || name !== path[path.length - 1]) return;
      const here = [...pathSupplier(), name];
      // With or without the property itself: the way is compared from its end.
      const parents = here.slice(0, -1);
      const wanted = path.slice(0, -1);
      const fits = (steps: Path): boolean =>
        steps.length === wanted.length && steps.every((step, i) => step === wanted[i]);
      if (fits(parents) || fits(parents.slice(0, -1))) line = startLine + 1;
    },
  });
  return line ?? lineOfPath(text, path.slice(0, -1));
}

function baselineOf(value: unknown): Baseline {
  const root = objectAt(value, [], "an object");
  const { version } = root;
  if (typeof version === "number" && Number.isInteger(version) && version > BASELINE_VERSION) {
    throw new BaselineFault(
      `has version ${version}, and this alloc-trace knows versions up to ${BASELINE_VERSION}`,
      "update alloc-trace: npm install --save-dev alloc-trace@latest",
    );
  }
  if (version !== BASELINE_VERSION)
    throw new Wrong(["version"], `is no baseline: its "version" is not ${BASELINE_VERSION}`);
  const scripts = objectAt(root.scripts, ["scripts"], 'an object, "scripts"');
  return {
    scripts: new Map(Object.entries(scripts).map(([name, script]) => [name, snapshotAt(name, script)])),
  };
}

function snapshotAt(name: string, value: unknown): Snapshot {
  const path = ["scripts", name];
  if (!isInside(name)) throw new Wrong(path, `names a script outside of the project, ${JSON.stringify(name)}`);
  const script = objectAt(value, path, "an object");
  const { args = [], mode = "full" } = script;
  if (!Array.isArray(args) || !args.every((word) => typeof word === "string")) {
    throw new Wrong([...path, "args"], 'has "args" that is no list of words');
  }
  if (mode !== "full" && mode !== "count") throw new Wrong([...path, "mode"], 'has a "mode" that is not "count"');
  const sites = objectAt(script.sites, [...path, "sites"], 'an object, "sites"');
  return {
    script: name,
    args,
    mode,
    sites: Object.entries(sites).map(([key, site]) => siteAt(key, site, [...path, "sites", key])),
  };
}

function siteAt(key: string, value: unknown, path: Path): Site {
  const parts = keyParts(key);
  if (parts === null) throw new Wrong(path, `has a site ${shown(key)} that is no key of a site`);
  if (isAbsolute(parts.file)) throw new Wrong(path, `has a site outside of the project, ${shown(key)}`);
  const site = objectAt(value, path, "an object");
  const wholeAt = (name: string): number => {
    const figure = site[name];
    if (typeof figure === "number" && Number.isSafeInteger(figure) && figure >= 0) return figure;
    throw new Wrong([...path, name], `has no whole number for "${name}" of ${shown(key)}`);
  };
  const optional = (name: string): number | null => (site[name] === undefined ? null : wholeAt(name));
  const allocated = wholeAt("allocated");
  const needed = wholeAt("needed");
  if (needed > allocated) throw new Wrong([...path, "needed"], `says that more are needed than made at ${shown(key)}`);
  if (site.unstable !== undefined && site.unstable !== true) {
    throw new Wrong([...path, "unstable"], `has "unstable" that is not true at ${shown(key)}`);
  }
  return {
    key,
    file: parts.file,
    function: parts.function,
    region: null,
    text: parts.text,
    exact: true,
    unstable: site.unstable === true,
    allocated,
    needed,
    bytes: wholeAt("bytes"),
    iterations: optional("iterations"),
    calls: optional("calls"),
  };
}

function objectAt(value: unknown, path: Path, wanted: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const name = path.length === 0 ? "is no baseline: it is not" : `has, at ${shown(String(path.at(-1)))}, not`;
  throw new Wrong(path, `${name} ${wanted}`);
}

function shown(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}

/** Below the working directory, where the scripts of a project are. */
export function isInside(path: string): boolean {
  return path !== "" && !isAbsolute(path) && !path.split(/[\\/]/).includes("..");
}
