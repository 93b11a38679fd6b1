/** Every line of the written programs on which we differ from the referee, and why. Nothing else may differ. */
import type { Disagreement } from "../oracle/disagreements.js";

export interface Exception {
  /** `program:line`. */
  at: string;
  kind: Disagreement["kind"];
  expected: number;
  actual: number;
  reason: string;
}

const WHOLE =
  "what a native returns is taken as held whole until it returns, though it may be done with some parts before";
const RESOLVED = "a promise's own resolve function is a native that may keep what it is given: escaped";

export const EXCEPTIONS: Exception[] = [
  { at: "async-functions.js:3", kind: "loose", expected: 3, actual: 5, reason: RESOLVED },
  { at: "json-parse.js:2", kind: "loose", expected: 4, actual: 6, reason: WHOLE },
  { at: "regexp-exec.js:7", kind: "loose", expected: 3, actual: 4, reason: WHOLE },
];
