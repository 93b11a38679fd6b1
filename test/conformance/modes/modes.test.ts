/**
 * The written programs and some generated ones do the same as strict scripts and as modules; that they do as they were
 * written is held by `conformance.test.ts`. `npm run truth` has all modes on every Node.
 */
import { expect, it } from "vitest";
import { programs } from "../../oracle/corpus.js";
import { generated } from "../agreement.js";
import { ALL_MODES, differencesIn } from "./modes.js";

it.each(ALL_MODES.filter((mode) => mode !== "sloppy script"))(
  "behaves as by plain Node: %s",
  { timeout: 900_000 },
  async (mode) => {
    const given = [...programs(), ...generated(20, 20)];
    expect(await differencesIn(mode, given, process.execPath)).toEqual([]);
  },
);
