/** Texts of which probes are compiled once more, each copy with what V8 has learnt for itself alone. */

/** An expression for what does what a method of a class does, as code of its own. */
export function textOf(template: (given: never) => unknown): string {
  const method = Function.prototype.toString.call(template);
  const parameters = method.slice(method.indexOf("("), method.indexOf(")") + 1);
  // In parentheses, V8 compiles a function as it comes to it; else it would be parsed once more.
  return `(${parameters}=>${method.slice(method.indexOf("{"))})`;
}

/**
 * The same for a probe that is to stay a call: it has more bytecode than V8 inlines, 460 bytes. What stamps an array is a
 * constructor that calls another: where it is inlined within a `try`, V8 calls that other one by its slowest way, unless it was
 * compiled with plain constructors (`hooks/probe-room.ts`).
 */
export function textApart(template: () => (first: number, array: unknown[]) => unknown): string {
  return textOf(template).replace(/\((\w+), array\) => \{/, (head: string, first: string) => {
    return `${head}if(${first}<0){${`${first}++;`.repeat(128)}}`;
  });
}
