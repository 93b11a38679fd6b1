/** How much V8 may inline while tracing: the more code is loaded, the less; and what the user has set himself stays. */
import { expect, it } from "vitest";
import { makeRoomForProbes } from "../../src/hooks/probe-room.js";

/** The flags that are set at first, and at each load of so many characters of tables. */
function flagsSet(user: readonly string[], loads: readonly number[]): string[][] {
  const all: string[][] = [[]];
  const load = makeRoomForProbes(user, (flag) => all.at(-1)?.push(flag.replace("--max-inlined-bytecode-size-", "")));
  for (const more of loads) {
    all.push([]);
    load(more);
  }
  return all.map((flags) => flags.filter((flag) => /^(cumulative|absolute)/.test(flag)));
}

it("leaves a small program the most", () => {
  expect(flagsSet([], [100, 100_000])).toEqual([["cumulative=9000", "absolute=16000"], [], []]);
});

it("leaves less the more code is loaded", () => {
  expect(flagsSet([], [150_000, 60_000, 100, 700_000, 5_000_000])).toEqual([
    ["cumulative=9000", "absolute=16000"],
    [],
    ["cumulative=4000", "absolute=4600"],
    [],
    ["cumulative=1200", "absolute=3000"],
    [],
  ]);
});

it("comes to the least at once where much is loaded in one piece", () => {
  expect(flagsSet([], [4_000_000])[1]?.slice(-2)).toEqual(["cumulative=1200", "absolute=3000"]);
});

it.each(["--max-inlined-bytecode-size=100", "--max_inlined_bytecode_size_cumulative=500"])("%s stays", (flag) => {
  expect(flagsSet([flag], [4_000_000])).toEqual([[], []]);
});

it("leaves the number of kinds alone where the user has set it", () => {
  const set: string[] = [];
  makeRoomForProbes(["--max-valid-polymorphic-map-count=2"], (flag) => set.push(flag));
  expect(set.filter((flag) => flag.includes("polymorphic"))).toEqual([]);
  makeRoomForProbes([], (flag) => set.push(flag));
  expect(set.filter((flag) => flag.includes("polymorphic"))).toEqual(["--max-valid-polymorphic-map-count=16"]);
});
