/**
 * A name that came from outside, fit for a sentence on a terminal: in quotes, control and formatting characters
 * (which could move the cursor, recolour or reorder the text) and halves of characters written as escapes.
 */
export function quote(text: string): string {
  return `"${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeOf)}"`;
}

function escapeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `\\u{${point.toString(16)}}`;
}
