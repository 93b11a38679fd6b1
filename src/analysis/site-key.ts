/**
 * The name of a site that stays the same when the code around it is edited: budgets and later runs hold on to it.
 * File, function path, kind, expression, and an ordinal among equals; line numbers are left out on purpose.
 */
import type { SiteKind } from "../trace/format.js";

/**
 * Traces cut expression text at 80 characters with white space folded. White space goes here, so two layouts of one
 * expression may have been cut at different places; a shorter cut of what is left makes them equal again.
 */
const TEXT_LENGTH = 48;

export interface KeyParts {
  /** Path as reported. */
  file: string;
  fn: string;
  kind: SiteKind;
  text: string;
}

/** The key but for its ordinal. */
export function keyStem(parts: KeyParts): string {
  return `${parts.file}::${parts.fn}::${parts.kind}::${normalised(parts.text)}`;
}

/** Ordinals count from 1, in source order. */
export function siteKey(stem: string, ordinal: number): string {
  return `${stem}::${ordinal}`;
}

/** Layout taken out: `f( a,\n b, )` and `f(a, b)` are one expression. */
function normalised(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([^\p{ID_Continue}$#\s]) ?/gu, "$1")
    .replace(/,([)\]}])/g, "$1")
    .trim()
    .slice(0, TEXT_LENGTH)
    .replace(/[\ud800-\udbff]$/, "");
}
