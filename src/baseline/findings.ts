/** Findings in words. Plain text: what is shown is made safe by the format that shows it. */
import type { Finding, Metric } from "../report/finding.js";
import { bytes, count, counted, rate } from "../report/numbers.js";
import type { Report } from "../report/report.js";
import type { Change } from "./changes.js";
import type { Pair } from "./match.js";
import type { Figures, Site } from "./site.js";

export const ACCEPT = "if it is meant, accept it: alloc-trace check --update";

export function rise(script: string, { before, after }: Pair, changes: readonly Change[]): Finding {
  const [main, ...others] = changes;
  const moved = before.file === after.file && before.function === after.function ? "" : ` (then at ${placeOf(before)})`;
  const bound = after.exact ? "" : "; how many are needed is a bound here: a larger --window makes it exact";
  const also = others.map((change) => changeInWords(change)).join("; ");
  return {
    rule: "alloc-rise",
    severity: "error",
    ...about(script, after),
    metric: main?.metric ?? "allocated",
    before: main?.before ?? before.allocated,
    after: main?.after ?? after.allocated,
    changes: [...changes],
    message:
      `${named(after)} ${main === undefined ? "" : changeInWords(main)}${moved}` +
      `${also === "" ? "" : `; ${also}`}${lengths(before, after)}${bound}`,
    mend: ACCEPT,
  };
}

export function newSite(script: string, site: Site, changes: readonly Change[], reference: string): Finding {
  const reusable = changes.find(({ metric }) => metric === "reusable")?.after ?? 0;
  const waste = reusable > 0 ? `, ${count(reusable)} of them reusable` : "";
  return {
    rule: "alloc-new",
    severity: "error",
    ...about(script, site),
    metric: "allocated",
    before: null,
    after: site.allocated,
    changes: [...changes],
    message: `${named(site)} makes ${counted(site.allocated, "array")}${perEach(site)}${waste}; ${reference} does not have it`,
    mend: ACCEPT,
  };
}

export function improved(script: string, { before, after }: Pair, reference: string): Finding {
  const less = [
    after.allocated < before.allocated ? `${count(after.allocated)} made, ${count(before.allocated)} before` : "",
    after.needed < before.needed ? `${count(after.needed)} needed, ${count(before.needed)} before` : "",
    after.bytes < before.bytes ? `${bytes(after.bytes)}, ${bytes(before.bytes)} before` : "",
  ].filter((part) => part !== "");
  return {
    ...ratchet(script, after, `${named(after)} is better than in ${reference}: ${less.join("; ")}`),
    before: before.allocated,
    after: after.allocated,
  };
}

export function gone(script: string, site: Site, reference: string): Finding {
  const message = `${named(site)} in ${placeOf(site)} makes none any more; ${reference} has ${count(site.allocated)}`;
  return { ...ratchet(script, site, message), region: null, before: site.allocated, after: null };
}

function ratchet(script: string, site: Site, message: string): Finding {
  return {
    rule: "alloc-ratchet",
    severity: "error",
    ...about(script, site),
    metric: "allocated",
    before: null,
    after: null,
    changes: [],
    message,
    mend: "write the improvement down, so that it is kept: alloc-trace check --update",
  };
}

export function unstable(script: string, site: Site): Finding {
  return {
    rule: "alloc-unstable",
    severity: "warning",
    ...about(script, site),
    metric: "allocated",
    before: null,
    after: site.allocated,
    changes: [],
    message: `${named(site)} makes another number of arrays from run to run (up to ${count(site.allocated)}): it is not compared`,
    mend: "seed what is random in the script, or give the file a tolerance",
  };
}

export function moved(script: string, group: readonly Pair[]): Finding {
  const [first] = group as [Pair];
  const { before, after } = first;
  const what = group.length === 1 ? "1 expression" : `${count(group.length)} expressions`;
  const from = before.file === after.file ? functionName(before) : before.file;
  const to = before.file === after.file ? functionName(after) : after.file;
  return {
    rule: "alloc-moved",
    severity: "note",
    ...about(script, after),
    scope: group.length === 1 ? "site" : "file",
    metric: "allocated",
    before: before.allocated,
    after: after.allocated,
    changes: [],
    message: `${what} of ${from} found again in ${to}`,
    mend: "write the new place down: alloc-trace check --update",
  };
}

export function unseen(script: string, file: string, sites: readonly Site[], why: string): Finding {
  return {
    ...whole(script, "file", file),
    rule: "alloc-unseen",
    severity: "error",
    message: `the baseline has ${counted(sites.length, "expression")} of ${file}, which was not traced: ${why}`,
    mend: "have it traced again, or accept that it is not: alloc-trace check --update",
  };
}

export function lifetimesMissing(script: string, before: Report["mode"]): Finding {
  return {
    ...whole(script, "run", script),
    rule: "alloc-unseen",
    severity: "warning",
    message:
      before === "full"
        ? "this run only counted (--count-only): needed and reusable are not compared with the baseline's"
        : "the baseline was made with --count-only: needed and reusable are not compared",
    mend: before === "full" ? "leave --count-only out" : "make the baseline again: alloc-trace check --update",
  };
}

/** A finding that no single expression is to blame for. */
export function whole(script: string, scope: "file" | "run", file: string): Omit<Finding, "rule" | "message" | "mend"> {
  return {
    severity: "error",
    script,
    scope,
    key: file,
    file,
    region: null,
    function: "",
    text: "",
    metric: "allocated",
    before: null,
    after: null,
    changes: [],
  };
}

type About = Pick<Finding, "script" | "scope" | "key" | "file" | "region" | "function" | "text">;

export function about(script: string, site: Site): About {
  const { key, file, region, text } = site;
  return { script, scope: "site", key, file, region, function: site.function, text };
}

export function named({ text }: { text: string }): string {
  return `\`${text.length > 40 ? `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, "")}…` : text}\``;
}

function placeOf(site: Site): string {
  return site.function === "" ? site.file : `${site.function} of ${site.file}`;
}

function functionName(site: Site): string {
  return site.function === "" ? `the top level of ${site.file}` : `${site.function} (${site.file})`;
}

const WORDS: Record<Metric, (before: number, after: number) => string> = {
  allocated: (before, after) => `made ${counted(after, "array")}, ${count(before)} before`,
  needed: (before, after) => `needed ${count(after)} at once, ${count(before)} before`,
  reusable: (before, after) => `${count(after)} reusable, ${count(before)} before`,
  bytes: (before, after) => `${inBytes(after)} of elements, ${inBytes(before)} before`,
  perIteration: (before, after) => `made ${each(after)} per iteration, ${each(before)} before`,
  perCall: (before, after) => `made ${each(after)} per call, ${each(before)} before`,
};

export function changeInWords({ metric, before, after }: Change): string {
  return WORDS[metric](before, after);
}

/** In full: a rise by one byte must show. */
function inBytes(value: number): string {
  return `${count(value)} bytes`;
}

export function each(value: number): string {
  return rate(value, 1) || "0";
}

/** ` (2 per iteration)`. */
function perEach({ allocated, iterations, calls }: Figures): string {
  if (iterations !== null && iterations > 0) return ` (${rate(allocated, iterations)} per iteration)`;
  if (calls !== null && calls > 0) return ` (${rate(allocated, calls)} per call)`;
  return "";
}

/** Says so when the loop went round more often, or the function was called more often: that explains a rise. */
function lengths(before: Figures, after: Figures): string {
  if (before.iterations !== null && after.iterations !== null) {
    if (before.iterations === after.iterations)
      return perEach(after) === "" ? "" : `, now${perEach(after).replace(/[()]/g, "")}`;
    return `; its loop went round ${count(after.iterations)} times, ${count(before.iterations)} before`;
  }
  if (before.calls !== null && after.calls !== null && before.calls !== after.calls) {
    return `; its function was called ${counted(after.calls, "time")}, ${count(before.calls)} before`;
  }
  return "";
}
