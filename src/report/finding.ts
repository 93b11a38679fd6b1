/**
 * What a gate (`check`, `diff`) has to say about a run: one versioned type that every format of findings is made from.
 *
 * `baseline/` makes findings, formats render them. As in the report, names are only ever added.
 */
import type { Counts, Report } from "./report.js";

/** Rules by the id that they keep from release to release. `title` and `help` are for people: SARIF shows both. */
export const RULES = {
  "alloc-rise": {
    title: "A line makes more arrays than its baseline says",
    help:
      "The figures are exact counts, so a rise comes from the change and not from the machine. Reuse a buffer, or " +
      "accept the new figure with `alloc-trace check --update`.",
  },
  "alloc-new": {
    title: "An expression that the baseline does not know makes arrays",
    help:
      "The expression is new, or was changed beyond recognition. Accept it with `alloc-trace check --update`, or make " +
      "the array outside of the loop.",
  },
  "alloc-budget": {
    title: "A budget is exceeded",
    help:
      "A budget stands in the configuration, on the command line, or beside the code as `// alloc-trace: max 2 per " +
      "iteration`. Make fewer arrays, or raise the budget where it stands.",
  },
  "alloc-growth": {
    title: "Allocation grows faster than its law allows",
    help:
      "`check --scale` runs the script at several sizes and finds the law that the exact counts follow. Make the " +
      "growth slower, or write another law.",
  },
  "alloc-unstable": {
    title: "A figure differs from run to run",
    help:
      "The same script made another number of arrays when it was run again, so the figure cannot be compared exactly. " +
      "Take what is random out of the script (seed it), or give the file a tolerance.",
  },
  "alloc-ratchet": {
    title: "A figure is better than its baseline, which still says the old one",
    help: "With `ratchet` an improvement must be written down, so that it is not lost: `alloc-trace check --update`.",
  },
  "alloc-fall": {
    title: "A line makes fewer arrays than before",
    help: "Nothing needs to be done. With `ratchet` the gate asks for it to be written into the baseline.",
  },
  "alloc-moved": {
    title: "An expression of the baseline stands elsewhere now",
    help: "It was found again by its likeness, and compared. `alloc-trace check --update` writes the new place down.",
  },
  "alloc-unseen": {
    title: "Something that was to be compared was not seen",
    help: "A file was left plain, or a figure is a bound and not exact: what is not known is not called clean.",
  },
} as const satisfies Record<string, { title: string; help: string }>;

export type RuleId = keyof typeof RULES;

/**
 * What is compared. `perIteration` is arrays made per iteration of the enclosing loop, `perCall` per call of the
 * enclosing function; both are numbers of arrays, not rounded.
 */
export const METRICS = ["allocated", "needed", "reusable", "bytes", "perIteration", "perCall"] as const;
export type Metric = (typeof METRICS)[number];

export interface Region {
  /** 1-based, as `column` (UTF-16 units); `endColumn` is one past the last character. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface Finding {
  rule: RuleId;
  /** `error` makes the gate fail; `warning` and `note` do not. */
  severity: "error" | "warning" | "note";
  /** Script whose run showed it, as in `Report.script`. */
  script: string;
  /** What the figure is of: an expression, all expressions of a line, a file, or the whole run of the script. */
  scope: "site" | "line" | "file" | "run";
  /**
   * Names what it is about, and stays the same when the code around is edited: a site's key, or the file's path, or the
   * script's. With the rule, the metric and the script it is a fingerprint.
   */
  key: string;
  /** Relative to the working directory, with `/`; the script itself for what concerns the whole run. */
  file: string;
  /** Null for a whole file or run, and for an expression that is not there any more. */
  region: Region | null;
  /** Enclosing function path; empty at the top level. */
  function: string;
  /** Text of the expression, white space folded, possibly cut; empty for whole files and runs. */
  text: string;
  metric: Metric;
  /** What the baseline, the other report or the budget has; null where it has nothing. */
  before: number | null;
  /** What this run has; null where it has nothing. */
  after: number | null;
  /** Every figure that got worse, the one in `metric` first; empty where nothing is compared. */
  changes: { metric: Metric; before: number; after: number }[];
  /** One sentence, plain text, no line breaks: what, from what to what. Without the place, which formats show. */
  message: string;
  /** One sentence: how to accept it, or where to change the limit. Empty where nothing needs to be done. */
  mend: string;
}

/** The whole of what `check` or `diff` found. */
export interface Findings {
  version: 1;
  /** Version of alloc-trace. */
  tool: string;
  /** Scripts that were run, or the two reports that were compared; in order. */
  scripts: string[];
  /** True when nothing of severity `error` was found. */
  clean: boolean;
  /** Worst first: by severity, then by how much it rose, then by place. */
  findings: Finding[];
  /** Sites that were compared and found as they were. */
  unchanged: number;
  /** Sites that are better than the baseline says, which is behind. */
  improved: number;
  /** How each script ended, in the order in which they were run; empty for a comparison of reports. */
  ended: (Report["ended"] & { script: string })[];
  /** Each run as a whole, before and now, as far as it is known. */
  totals: RunTotals[];
  /** How the figures grow with the size of the input, for `check --scale`; else empty. */
  growth: GrowthLaw[];
}

type Totals = Pick<Counts, "allocated" | "needed" | "reusable" | "bytes">;

/** Sums over all expressions of a run. */
export interface RunTotals {
  script: string;
  /** Null where there is no baseline for it. */
  before: Totals | null;
  after: Totals;
}

export const GROWTH_KINDS = ["constant", "logarithmic", "linear", "n log n", "quadratic", "cubic", "unknown"] as const;
export type GrowthKind = (typeof GROWTH_KINDS)[number];

/** The law that a figure follows over several sizes. */
export interface GrowthLaw {
  script: string;
  /** What the size is called: `N`. */
  name: string;
  /** Sizes that were run, from the smallest up, and the figure at each. */
  sizes: number[];
  values: number[];
  /** A site's key, or the script for the whole run. */
  key: string;
  file: string;
  /** Null for the whole run. */
  region: Region | null;
  text: string;
  metric: Metric;
  kind: GrowthKind;
  /** `2*N + 3`; of an unknown law what can be said without one. */
  law: string;
  /** The law gives the figure of every size to the last array. */
  exact: boolean;
}
