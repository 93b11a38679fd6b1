/**
 * The line and the caret that `vm` puts in front of an error's stack. They come from V8, which knows the probed text only,
 * and nobody is asked: Node reads the stack, which brings it to us to be put into words, and writes it back
 * (`DecorateErrorStack` in https://github.com/nodejs/node/blob/main/src/node_errors.cc). So what it writes is caught on
 * its way, and the property is a plain one again as soon as anybody has touched it.
 */
import { types } from "node:util";
import { withOwnIteration } from "./own-iteration.js";
import { LINE_BREAK } from "./places.js";
import { indentOf } from "./source-position.js";
import type { TextPositions } from "./text-positions.js";

const { defineProperty, getOwnPropertyDescriptor } = Object;
/** Since Node 21 `stack` is an accessor that can be looked at without being read. */
const isAccessor = getOwnPropertyDescriptor(new Error(), "stack")?.get !== undefined;
const FRAME = /^(.*):(\d+)\n(.*)\n([ \t]*)(\^+)\n/;

/** `stack` is what has just been made of it, and is about to be read. */
export function awaitDecoration(texts: TextPositions, error: unknown, stack: unknown): void {
  if (typeof stack !== "string" || !types.isNativeError(error) || !Object.isExtensible(error)) return;
  const before = isAccessor ? getOwnPropertyDescriptor(error, "stack") : undefined;
  const put = (value: unknown): void => {
    if (before?.set) {
      defineProperty(error, "stack", before);
      before.set.call(error, value);
    } else defineProperty(error, "stack", { value, configurable: true, writable: true, enumerable: false });
  };
  defineProperty(error, "stack", {
    configurable: true,
    enumerable: false,
    get() {
      // What Node reads is V8's answer: this is somebody else.
      put(stack);
      return stack;
    },
    set(value: unknown) {
      put(typeof value === "string" && value.endsWith(stack) ? withOwnIteration(() => mended(texts, value)) : value);
    },
  });
}

/** The frame of a decorated stack, with the line as the program wrote it. */
export function mended(texts: TextPositions, stack: string): string {
  const found = FRAME.exec(stack);
  if (!found) return stack;
  const [whole, name = "", number = "", line = "", indent = "", carets = ""] = found;
  for (const record of texts.all) {
    const at = record.script.split(LINE_BREAK).indexOf(line);
    if (at < 0) continue;
    const shown = texts.map(record, at + 1, indent.length + 1);
    const text = record.source.split(LINE_BREAK)[(shown?.line ?? 0) - 1];
    if (!shown || text === undefined) continue;
    const last = texts.map(record, at + 1, indent.length + carets.length);
    const width = last?.line === shown.line ? Math.max(1, last.column - shown.column + 1) : 1;
    return `${name}:${number}\n${text}\n${indentOf(text, shown.column)}${"^".repeat(width)}\n${stack.slice(whole.length)}`;
  }
  return stack;
}
