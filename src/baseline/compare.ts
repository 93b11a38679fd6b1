/** A run held against what is known of an earlier one: findings out. Pure. */
import type { Finding } from "../report/finding.js";
import { type Change, isImproved, rises, type Yardstick } from "./changes.js";
import * as say from "./findings.js";
import { type Matched, matchSites, type Pair, replacements } from "./match.js";
import type { Site, Snapshot } from "./site.js";
import { isWithin, type Tolerance } from "./tolerance.js";

export interface CompareOptions {
  tolerance: Tolerance;
  by: Yardstick;
  /** What is said of sites that are better: nothing but their number, a note, or (a ratchet) that it be written down. */
  improvements: "count" | "note" | "ratchet";
  /** What the run is held against, for sentences: `the baseline`. */
  reference: string;
  /** Files of the run that were left plain, with the reason: what they make is not known. */
  notSeen: ReadonlyMap<string, string>;
}

export interface Compared {
  /** In no order. */
  findings: Finding[];
  /** Sites that were compared and found as they were, moved ones included. */
  unchanged: number;
  /** Sites that make less than the baseline says. */
  improved: number;
}

export function compare(before: Snapshot, after: Snapshot, options: CompareOptions): Compared {
  const matched = matchSites(before.sites, after.sites);
  const comparison = {
    by: options.by,
    tolerance: options.tolerance,
    lifetimes: before.mode === "full" && after.mode === "full",
  };
  const compared: Compared = { findings: [], unchanged: 0, improved: 0 };
  const { findings } = compared;
  if (before.mode !== after.mode) findings.push(say.lifetimesMissing(after.script, before.mode));

  const better = (finding: () => Finding): void => {
    compared.improved++;
    if (options.improvements === "count") return;
    const found = finding();
    findings.push(
      options.improvements === "ratchet" ? found : { ...found, rule: "alloc-fall", severity: "note", mend: "" },
    );
  };
  for (const pair of matched.pairs) {
    const changes = rises(pair.before, pair.after, comparison);
    if (isUnstable(pair.before, pair.after, options.tolerance)) findings.push(say.unstable(after.script, pair.after));
    else if (changes.length > 0) findings.push(say.rise(after.script, pair, changes));
    else if (isImproved(pair.before, pair.after, comparison))
      better(() => say.improved(after.script, pair, options.reference));
    else compared.unchanged++;
  }
  const replaced = options.by === "counts" ? replacements(matched.gone, matched.fresh) : [];
  const successors = new Set(replaced.map(({ after: site }) => site));
  compared.unchanged += successors.size;
  for (const site of matched.fresh) {
    if (successors.has(site)) continue;
    const changes = firstFigures(site, comparison.lifetimes, options.tolerance);
    if (isUnstable(site, site, options.tolerance)) findings.push(say.unstable(after.script, site));
    else if (changes.length > 0) findings.push(say.newSite(after.script, site, changes, options.reference));
    else compared.unchanged++;
  }
  for (const site of goneForGood(matched, options, findings, after.script))
    better(() => say.gone(after.script, site, options.reference));
  findings.push(...moves(matched.pairs, after.script));
  return compared;
}

/** Kept out of the comparison, unless there is a tolerance for it: then the most that was made is compared. */
function isUnstable(before: Site, after: Site, tolerance: Tolerance): boolean {
  if (!before.unstable && !after.unstable) return false;
  const { absolute, relative } = tolerance(after.file, "allocated");
  return absolute === 0 && relative === 0;
}

function firstFigures(site: Site, lifetimes: boolean, tolerance: Tolerance): Change[] {
  if (isWithin(0, site.allocated, tolerance(site.file, "allocated"))) return [];
  const changes: Change[] = [{ metric: "allocated", before: 0, after: site.allocated }];
  if (lifetimes) changes.push({ metric: "reusable", before: 0, after: site.allocated - site.needed });
  return changes;
}

/** Sites that nobody makes arrays at any more. Those of a file that was not seen are not known to be gone. */
function goneForGood(matched: Matched, options: CompareOptions, findings: Finding[], script: string): Site[] {
  const unseen = new Map<string, Site[]>();
  const gone = matched.gone.filter((site) => {
    // One that comes and goes is not gone.
    if (!options.notSeen.has(site.file)) return !site.unstable;
    unseen.set(site.file, [...(unseen.get(site.file) ?? []), site]);
    return false;
  });
  for (const [file, sites] of unseen) {
    findings.push(say.unseen(script, file, sites, options.notSeen.get(file) ?? ""));
  }
  return gone;
}

/** One note for each file or function that has moved, at its first expression. */
function moves(pairs: readonly Pair[], script: string): Finding[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { before, after } = pair;
    if (before.file === after.file && before.function === after.function) continue;
    const name =
      before.file === after.file
        ? JSON.stringify([before.file, before.function, after.function])
        : JSON.stringify([before.file, after.file]);
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return [...groups.values()].map((group) => say.moved(script, group));
}
