const { apply } = Reflect;
const { exec } = RegExp.prototype;

/** `pattern.test(text)`, which would ask the pattern for an `exec` that may be the program's own. */
export function matches(pattern: RegExp, text: string): boolean {
  return apply(exec, pattern, [text]) !== null;
}
