/**
 * One thing to look at, at one place: what the formats made for lists of problems show (SARIF, annotations, JUnit …).
 * A report gives notes, and a gate's findings give errors, warnings and notes.
 */
import { createHash } from "node:crypto";
import type { Region } from "./finding.js";
import { visible } from "./visible.js";

export interface Problem {
  /** Id of a rule in {@link ProblemList.rules}. */
  rule: string;
  level: "error" | "warning" | "note";
  /** As in the report: relative to the working directory, with `/`. Raw, as `function` and `text`. */
  file: string;
  region: Region | null;
  function: string;
  /** The expression; empty for whole files and runs. */
  text: string;
  /** One sentence, fit to be shown; formats escape it for where it goes. */
  message: string;
  /** How to mend it, or empty. */
  mend: string;
  /** What it is about, in words that stay the same when the code around is edited. */
  identity: string;
}

export interface ProblemList {
  tool: string;
  /** Scripts that were run. */
  scripts: string[];
  rules: Readonly<Record<string, { title: string; help: string }>>;
  /** Worst first. */
  problems: Problem[];
  /** What was looked at and gave no problem. */
  quiet: { number: number; what: string };
}

/** `b.mul(i): 3 made, …`, for formats that show no code; without the expression where the sentence has it already. */
export function namedMessage({ text, message }: Problem): string {
  const shown = visible(text);
  return shown === "" || message.includes(shown) ? message : `${shown}: ${message}`;
}

/** 32 hexadecimal digits, the same for the same identity in every release. */
export function fingerprint(problem: Problem): string {
  return createHash("sha256").update(problem.identity).digest("hex").slice(0, 32);
}
