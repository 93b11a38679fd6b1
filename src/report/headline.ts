/** The first lines of the text report: what ran, what it made, how far the figures go. */
import { price } from "./engine-text.js";
import { bytes, count, counted, percent, seconds } from "./numbers.js";
import type { Report } from "./report.js";
import { visible } from "./visible.js";

/** Sentences, unwrapped and visible; the first is the one that matters. */
export function headline(report: Report): string[] {
  const sentences = [figures(report)];
  const nothing = nothingToReuse(report);
  if (nothing !== null) sentences.push(nothing);
  const end = ending(report);
  if (end !== null) sentences.push(end);
  const cost = price(report.engine);
  if (cost !== null) sentences.push(cost);
  sentences.push(scope(report));
  if (report.mode === "full" && !report.exact) {
    sentences.push(
      "these figures are a bound, since lives were longer than the window that was kept: " +
        "no more was needed, and no less could be reused",
    );
  }
  const audit = auditInWords(report);
  if (audit !== null) sentences.push(audit);
  sentences.push(...notSeen(report));
  return sentences;
}

function figures(report: Report): string {
  const { allocated, needed, reusable } = report.totals;
  const script = visible(report.script);
  if (report.threads === 0) return `${script}: no trace was written, so what it made is not known`;
  if (allocated === 0) return `${script}: no arrays were made`;
  const made = `${script}: ${counted(allocated, "array")} made`;
  if (report.mode === "count") return `${made}; lifetimes were not followed`;
  const atMost = report.exact ? "" : "at most ";
  const atLeast = report.exact ? "" : "at least ";
  if (reusable === 0) return `${made}, ${atMost}${count(needed)} needed`;
  return (
    `${made}, ${atMost}${count(needed)} needed, ` +
    `${atLeast}${count(reusable)} (${percent(reusable, allocated)}) could have reused an earlier one`
  );
}

function nothingToReuse(report: Report): string | null {
  const { allocated, reusable } = report.totals;
  if (report.mode === "count" || allocated === 0 || reusable > 0) return null;
  if (!report.exact) return "nothing is known to be reusable";
  if (report.notSeen.length > 0) return "nothing is known to be reusable: what is not traced may hold them still";
  if (allocated === 1) return "nothing to reuse: the one array was needed";
  return `nothing to reuse: every one of the ${count(allocated)} arrays was needed`;
}

function ending(report: Report): string | null {
  const { by, code, signal, age } = report.ended;
  const stop = age === undefined ? "the figures stop there" : `the figures are those of ${seconds(age)} before`;
  const status = code === null ? "" : `, exit code ${code}`;
  switch (by) {
    case "exit":
      return code === 0 || code === null ? null : `ended with exit code ${code}`;
    case "error":
      return `ended by an error that nothing caught${status}: ${stop}`;
    case "signal":
      return `ended by ${visible(signal ?? "a signal")}${cause(signal, age)}${status}: ${stop}`;
    case "timeout":
      return `ended by us, as its time was over${status}: ${stop}`;
    case "running":
      return `still running${age === undefined ? "" : `: the figures are those of ${seconds(age)} ago`}`;
    case "unknown":
      return age === undefined
        ? `how the run ended is not known${status}: the figures may stop short of its end`
        : `how the run ended is not known${status}: ${stop}`;
  }
}

/** What the signal's name does not say. A program that calls `process.abort` has figures of that very moment. */
function cause(signal: string | undefined, age: number | undefined): string {
  return signal === "SIGABRT" && age !== undefined ? ", as when memory runs out" : "";
}

function scope(report: Report): string {
  const { files, sites } = report.instrumented;
  const threads = report.threads > 1 ? ` on ${counted(report.threads, "thread")}` : "";
  return (
    `element storage ${bytes(report.totals.bytes)}; ` +
    `${counted(files, "file")} and ${counted(sites, "site")} instrumented${threads}`
  );
}

/** Where a stack trace said something else than we did. A report of an earlier version has no audit. */
function auditInWords({ audit }: Report): string | null {
  if (audit === undefined || audit.agreed >= audit.sampled) return null;
  const [first] = audit.disagreements;
  const where =
    first === undefined
      ? ""
      : `: the first put down to ${visible(first.blamed.file)}:${first.blamed.line} came from ` +
        `${visible(first.stack.file)}:${first.stack.line}`;
  return (
    `of ${counted(audit.sampled, "array")} looked at, ${percent(audit.agreed, audit.sampled)} ` +
    `${audit.sampled === 1 ? "was" : "were"} on the line that a stack trace gives${where}`
  );
}

const REASONS_SHOWN = 4;
const NAMES_SHOWN = 3;

/** One sentence a reason, most names first. */
function notSeen(report: Report): string[] {
  const byReason = new Map<string, string[]>();
  for (const { path, what, why } of report.notSeen) {
    const names = byReason.get(why) ?? [];
    byReason.set(why, names);
    names.push(path ?? what ?? "");
  }
  const reasons = [...byReason.entries()].sort(([, a], [, b]) => b.length - a.length);
  const sentences = reasons.slice(0, REASONS_SHOWN).map(([why, all]) => {
    const names = all.filter((name) => name !== "");
    const shown = names.slice(0, NAMES_SHOWN).map(visible).join(", ");
    const more = names.length > NAMES_SHOWN ? ` and ${count(names.length - NAMES_SHOWN)} more` : "";
    return `not seen: ${shown}${more}${shown === "" ? "" : ": "}${visible(why)}`;
  });
  const left = reasons.length - REASONS_SHOWN;
  if (left > 0) sentences.push(`not seen, for ${counted(left, "other reason")}: the JSON report lists them`);
  return sentences;
}
