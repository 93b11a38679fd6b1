/** A baseline of very many sites is compared in time that grows with it, not with its square. */
import { expect, test } from "vitest";
import { matchSites, replacements } from "../../src/baseline/match.js";
import type { Site } from "../../src/baseline/site.js";

function site(index: number): Site {
  return {
    key: `sim.js::f${index}::literal::[i,i]::1`,
    file: "sim.js",
    function: `f${index}`,
    allocated: 100,
    needed: 1,
    bytes: 1600,
    iterations: 100,
    calls: 1,
    region: null,
    text: "[i,i]",
    exact: true,
    unstable: false,
  };
}

test("two hundred thousand sites that are gone from one file", () => {
  const gone = Array.from({ length: 200_000 }, (_, i) => site(i + 1));
  const from = Date.now();
  const matched = matchSites(gone, [site(0)]);
  expect(matched.gone.length + matched.pairs.length).toBe(gone.length);
  replacements(matched.gone, [site(0)]);
  // With each list copied for each site it took many minutes.
  expect(Date.now() - from).toBeLessThan(30_000);
});
