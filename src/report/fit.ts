/** Text made to fit a number of terminal columns. Takes text that is visible already, and free of colour. */
import stringWidth from "string-width";

export { stringWidth as columnsOf };

const ELLIPSIS = "…";

/** Cut at the end: `b.mul(somethin…`. */
export function cutEnd(text: string, columns: number): string {
  if (columns <= 0) return "";
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += stringWidth(character);
    if (width > columns) return keepWithin(kept, columns - 1) + ELLIPSIS;
    kept += character;
  }
  return text;
}

/** Cut at the start: `…/physics/world.ts:8`. For paths, whose end tells more. */
export function cutStart(text: string, columns: number): string {
  if (columns <= 0) return "";
  if (stringWidth(text) <= columns) return text;
  let kept = "";
  let width = 1;
  for (const character of [...text].reverse()) {
    width += stringWidth(character);
    if (width > columns) break;
    kept = character + kept;
  }
  return ELLIPSIS + kept;
}

/** Words over lines; a word wider than a line is broken. `indent` is for the first line, `hanging` for the others. */
export function wrap(text: string, columns: number, indent = 0, hanging = indent): string[] {
  const lines: string[] = [];
  const margin = " ".repeat(hanging);
  let line = " ".repeat(indent);
  // A number and its percent sign stay together.
  for (const word of text.split(/ (?!%)/)) {
    const joined = line.trim() === "" ? line + word : `${line} ${word}`;
    if (stringWidth(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line.trim() !== "") lines.push(line);
    let rest = margin + word;
    while (stringWidth(rest) > columns) {
      const part = keepWithin(rest, columns);
      if (part.length <= margin.length) break;
      lines.push(part);
      rest = margin + rest.slice(part.length);
    }
    line = rest;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line);
  return lines;
}

function keepWithin(text: string, columns: number): string {
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += stringWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}
