/**
 * Outside text (source, file names, constructor names) made fit for a terminal: nothing in it can move the cursor,
 * change colours, turn the reading direction or hide, and every character is as wide as the table believes.
 */
import stringWidth from "string-width";

/** Controls, formats (direction, joiners), lone surrogates, private use, unassigned, separators, invisible fillers. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Two columns wide in terminals of today, one for string-width 4 (which the table library measures with): hexagrams,
 * Tangut, Nüshu, later kana, Tai Xuan Jing and counting rods, festival symbols. Emoji newer than it are found by test.
 */
const WIDER_THAN_MEASURED =
  /[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d37f}\u{1f260}-\u{1f265}]/u;

const PLAIN = /^[\x20-\x7e]*$/;

/** One line of text, tabs and line ends escaped as everything else: for names and sentences. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  let shown = "";
  for (const character of text) shown += isSafe(character) ? character : escaped(character);
  return shown;
}

/** A line of source code: a tab is two spaces, wherever it stands, so that a cut line keeps its columns. */
export function visibleSource(text: string): string {
  return visible(text.replaceAll("\t", "  "));
}

const OBEYED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name where it is looked up by it: what a terminal obeys is escaped, line ends aside, and all else stays. */
export function visibleName(text: string): string {
  return text.replace(OBEYED, (character) => (/[\r\n]/.test(character) ? character : escaped(character)));
}

function isSafe(character: string): boolean {
  if (PLAIN.test(character)) return true;
  if (UNSEEN.test(character) || WIDER_THAN_MEASURED.test(character)) return false;
  return !/\p{Emoji_Presentation}/u.test(character) || stringWidth(character) === 2;
}

const SHORT: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\u{${code.toString(16)}}`;
}
