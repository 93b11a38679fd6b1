/**
 * The examples of a Markdown file that can be run: fenced blocks whose info string is `console run`, or another that
 * says what they want to be run with.
 *
 * In a block, `$ …` is a command and the lines after it are all that it prints, stdout and stderr together. A line
 * that is `…` alone stands for any lines, none included: for what differs from machine to machine.
 */
export interface Example {
  /** Line of the command in the file, from 1. */
  line: number;
  command: string;
  expected: string[];
}

export function examples(markdown: string, info = "console run"): Example[] {
  const found: Example[] = [];
  let inside = false;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith("```")) {
      inside = !inside && line.slice(3).trim() === info;
    } else if (inside && line.startsWith("$ ")) {
      found.push({ line: index + 1, command: line.slice(2), expected: [] });
    } else if (inside) {
      found.at(-1)?.expected.push(line);
    }
  }
  return found;
}

/** The first expected line that the output does not have in its place, or null when all fits. */
export function mismatch(expected: readonly string[], output: readonly string[]): string | null {
  const [wanted, ...rest] = expected;
  if (wanted === undefined) return output.length === 0 ? null : `not expected: ${output[0]}`;
  if (wanted === "…") {
    for (let from = 0; from <= output.length; from++) {
      if (mismatch(rest, output.slice(from)) === null) return null;
    }
    return `not found after …: ${rest[0]}`;
  }
  if (output[0] !== wanted) return `expected: ${wanted}\nprinted:  ${output[0] ?? "(nothing more)"}`;
  return mismatch(rest, output.slice(1));
}
