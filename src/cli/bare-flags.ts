import type { Option } from "commander";

/**
 * Gives an option with an optional value (`--json[=FILE]`) its value through `=` alone.
 *
 * Commander takes the next word as the value, so `--json script.ts` would swallow the script. Here a bare flag gets
 * an empty value. With `passThrough` up to the first operand: what follows the script is the script's own.
 */
export function bareFlags(typed: readonly string[], options: readonly Option[], passThrough: boolean): string[] {
  const words = [...typed];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--") break;
    if (word.length < 2 || !word.startsWith("-")) {
      if (passThrough) break;
      continue;
    }
    const option = options.find((known) => known.long === word || known.short === word);
    if (option?.optional) words[i] = `${option.long}=`;
    else if (option?.required) i++;
    else if (!option && takesNextWord(word, options)) i++;
  }
  return words;
}

/** `-qo FILE`: a cluster of short flags whose last one needs a value. */
function takesNextWord(word: string, options: readonly Option[]): boolean {
  if (word.startsWith("--")) return false;
  for (let at = 1; at < word.length; at++) {
    const option = options.find((known) => known.short === `-${word[at]}`);
    if (!option) return false;
    if (option.required) return at === word.length - 1;
  }
  return false;
}
