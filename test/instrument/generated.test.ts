/** The instrumenter on programs that nobody wrote. */
import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { program } from "../oracle/generate/program.js";
import { instrumented } from "./instrumented.js";
import { expectInvariants } from "./invariants.js";

const asOwn = fc.record({ dependency: fc.constantFrom(null, "some-package"), countOnly: fc.boolean() });

describe("generated programs", () => {
  it("compile when probed, with their text, lines and positions kept", () => {
    const check = (source: string, more: { dependency: string | null; countOnly: boolean }): void => {
      const made = instrumented(source, more);
      expect(() => new Script(made.code)).not.toThrow();
      expectInvariants(source, made, "/program.js");
    };
    fc.assert(fc.property(program, asOwn, check), { numRuns: 150, seed: 4 });
  });

  it("give the same text each time", () => {
    const check = (source: string): void => {
      const once = instrumented(source);
      const again = instrumented(source);
      expect(again.code).toBe(once.code);
      expect(again.table).toEqual(once.table);
    };
    fc.assert(fc.property(program, check), { numRuns: 30, seed: 4 });
  });
});
