/** Projects that test runners and compilers of others run: what is made on which line, and what plain Node prints. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Report } from "../../src/report/report.js";
import { allocTrace, plainNode, type Ran, temporaryFolder } from "../program.js";

const SUBJECTS = fileURLToPath(new URL("../subjects/node_modules", import.meta.url));
const OWN = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** A file of a package that is there for tests alone. */
export const subject = (path: string): string => join(SUBJECTS, path);
/** A file of one that the tests themselves are run by. */
export const own = (path: string): string => join(OWN, path);

export function project(files: { [path: string]: string }): string {
  const cwd = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  // Names that the project's own files import, and none of ours.
  mkdirSync(join(cwd, "node_modules"));
  for (const name of ["jest", "mocha", "tsx", "ts-node"]) symlinkSync(subject(name), join(cwd, "node_modules", name));
  symlinkSync(own("vitest"), join(cwd, "node_modules", "vitest"));
  return cwd;
}

export interface Counted extends Ran {
  /** Arrays by place, as in `work.ts:3`. */
  lines: { [place: string]: number };
}

export interface Options {
  cwd: string;
  node: string;
  env?: Record<string, string | undefined>;
}

/** `alloc-trace --deps none …words`. */
export function counted(words: readonly string[], options: Options): Counted {
  const ran = allocTrace(["-q", "--deps", "none", "--json=report.json", ...words], options);
  const report = JSON.parse(readFileSync(join(options.cwd, "report.json"), "utf8")) as Report;
  const lines: { [place: string]: number } = {};
  for (const file of report.files) {
    for (const line of file.lines) lines[`${file.path}:${line.line}`] = line.allocated;
  }
  return { ...ran, lines };
}

/** What a runner prints, without the times in it. */
export function timeless({ stdout, stderr, code }: Ran): string {
  const clean = (text: string): string =>
    stripVTControlCharacters(text)
      .replaceAll(/ ?\(?\b\d+(\.\d+)? ?m?s\b(, estimated \d+ s)?\)?/g, "")
      .replaceAll(/(Start at|Duration|Time:).*/g, "$1")
      .replaceAll(/ +$/gm, "");
  return `${code}\n${clean(stdout)}\n${clean(stderr)}`;
}

export const plain = (words: readonly string[], options: Options): Ran => plainNode(words, options);
