/** The baseline on disk: read with every doubt, written all or nothing. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Baseline, renderBaseline } from "../baseline/baseline-file.js";
import { BaselineFault, readBaseline } from "../baseline/read-baseline.js";
import { codeOf, replaceFile } from "./output-file.js";
import { quote } from "./quote.js";
import { readText } from "./text-file.js";
import { UserError } from "./user-error.js";

const MAKE = "make one: alloc-trace check --init script.ts";

export class BaselineStore {
  readonly path: string;
  /** For sentences. */
  readonly shown: string;

  constructor(name: string, cwd: string) {
    this.path = resolve(cwd, name);
    const local = this.path.startsWith(`${cwd}/`) ? this.path.slice(cwd.length + 1) : this.path;
    this.shown = `the baseline ${quote(local)}`;
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  /** @throws UserError with the line and the mend */
  read(): Baseline {
    const text = readText(this.path, this.shown, MAKE);
    try {
      return readBaseline(text);
    } catch (error) {
      if (!(error instanceof BaselineFault)) throw error;
      const where = error.line === null ? "" : ` (line ${error.line})`;
      throw new UserError(`${this.shown} ${visibly(error.what)}${where}`, visibly(error.mend));
    }
  }

  /** False when it says so already: then nothing is written. */
  write(baseline: Baseline): boolean {
    const text = renderBaseline(baseline);
    try {
      const known = this.exists();
      if (known && readFileSync(this.path, "utf8") === text) return false;
      // A link is followed: what it leads to is the baseline.
      replaceFile(known ? realpathSync(this.path) : this.path, text);
      return true;
    } catch (error) {
      throw new UserError(
        `${this.shown} could not be written (${codeOf(error)})`,
        `see that ${quote(dirname(this.path))} exists and can be written to`,
      );
    }
  }
}

function visibly(text: string): string {
  return quote(text).slice(1, -1);
}
