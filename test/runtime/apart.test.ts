/** Probes that V8 must not inline: see `textApart`. */
import { expect, it } from "vitest";
import { SMALLEST, thread } from "./thread.js";

it.each(["l0", "L0", "s0"])("%s has more bytecode than V8 inlines, 460 bytes", (name) => {
  const probe: unknown = (thread(SMALLEST).probes as Record<string, unknown>)[name];
  // Four bytes each (`node --print-bytecode`).
  expect(String(probe).match(/\+\+;/g)?.length).toBeGreaterThan(460 / 4);
});
