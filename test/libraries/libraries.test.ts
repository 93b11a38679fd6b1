/** Figures by line for real array libraries, and an independent count of their instances. */
import { expect, test } from "vitest";
import { schemaErrors, strictSchema } from "../strict-schema.js";
import { LIBRARIES } from "./cases.js";
import { compare, lineWith, madeOf, scriptOf } from "./compare.js";

test.each(LIBRARIES)("$library", (library) => {
  const { report, stdout, plain, independent, ours } = compare(library);
  const script = scriptOf(library);
  expect(stdout).toBe(plain);
  expect(schemaErrors(strictSchema("report"), report)).toBe("");
  for (const { text, runs, makes, total } of library.lines) {
    const line = lineWith(report, script, text);
    const made = Object.fromEntries(Object.keys(makes).map((type) => [type, madeOf(line, type)]));
    expect([text, made]).toEqual([
      text,
      Object.fromEntries(Object.entries(makes).map(([type, n]) => [type, n * runs])),
    ]);
    const warmUp = madeOf(line, "Uint8Array");
    if (total !== undefined) expect([text, (line?.allocated ?? 0) - warmUp]).toEqual([text, total * runs]);
  }
  for (const { text, of } of library.reuse) {
    expect([text, madeOf(lineWith(report, script, text), of)]).toEqual([text, 0]);
  }
  expect(independent).toBeGreaterThan(0);
  expect(ours).toBe(independent);
  expect(report.audit.disagreements).toEqual([]);
});
