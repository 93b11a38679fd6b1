import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { nativesTable } from "./natives-table.js";

it("docs/lifetimes.md shows the natives as the instrumenter knows them", () => {
  const text = readFileSync(new URL("../../docs/lifetimes.md", import.meta.url), "utf8");
  const between = text.split("<!-- natives -->")[1]?.trim();
  expect(between).toBe(nativesTable());
});
