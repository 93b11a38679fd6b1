/** Probes that V8 must not inline: see `textApart`. */
import { expect, it } from "vitest";
import { SMALLEST, thread } from "./thread.js";

const textOf = (name: string, apart: boolean) =>
  String((thread(SMALLEST, apart).probes as Record<string, unknown>)[name]);

it.each(["l0", "L0", "s0"])("%s has more bytecode than V8 inlines, 460 bytes", (name) => {
  // Four bytes each (`node --print-bytecode`).
  expect(textOf(name, true).match(/\+\+;/g)?.length).toBeGreaterThan(460 / 4);
});

it.each(["l0", "L0", "s0"])("%s has no more than it needs where it may be inlined", (name) => {
  expect(textOf(name, false)).not.toMatch(/\+\+;/);
});
