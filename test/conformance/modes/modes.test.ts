/**
 * The written programs and some generated ones do the same through the command line as they are, as strict scripts or as
 * modules, by turns. `npm run truth` has all of them in all modes.
 */
import { expect, it } from "vitest";
import { programs } from "../../oracle/corpus.js";
import { generated } from "../agreement.js";
import { ALL_MODES, differencesIn } from "./modes.js";

it.each(ALL_MODES.map((mode, turn) => [mode, turn] as const))(
  "behaves as by plain Node: %s",
  { timeout: 900_000 },
  async (mode, turn) => {
    const all = [...programs(), ...generated(20, 20)];
    const given = all.filter((_, i) => i % ALL_MODES.length === turn);
    expect(given.length).toBeGreaterThan(40);
    expect(await differencesIn(mode, given, process.execPath)).toEqual([]);
  },
);
