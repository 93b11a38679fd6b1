/** Ten thousand damaged reports: each is refused in a sentence or rendered in every format, and nothing else happens. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReport } from "../../src/cli/report-file.js";
import { UserError } from "../../src/cli/user-error.js";
import { FORMAT_NAMES } from "../../src/report/formats/index.js";
import { render } from "../../src/report/index.js";
import { renderJson } from "../../src/report/json.js";
import type { Report } from "../../src/report/report.js";
import { nasty, UNSEEN } from "../report/formats/nasty.js";
import { MIXED_SOURCES, mixedRun } from "../report/sample-runs.js";

const WHOLE = mixedRun();
const TEXT = renderJson(WHOLE);
const readSource = (path: string): string => MIXED_SOURCES[path] ?? "one\ntwo\nthree\n";

/** The report, or null when it was refused as a person should be told. */
function read(text: string): Report | null {
  try {
    return parseReport(text, 'the report "a.json"');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/^the report "a\.json" (?:is|has) /);
    expect(error.message.length).toBeLessThan(800);
    expect(`${error.message}${error.mend}`).not.toMatch(UNSEEN);
    expect(error.mend).not.toBe("");
    return null;
  }
}

/** Every place in a value that can be changed, as a path of names. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([name, part]) => places(part, [...path, name]))];
}

const PLACES = places(WHOLE).filter((path) => path.length > 0);

const otherValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 2 ** 53 - 1, 2 ** 53, 1e300, "", null, true, [], {}, "__proto__", [[]], { a: 1 }),
  fc.nat(),
  nasty(30),
  fc.constantFrom(...PLACES).map((path) => at(WHOLE, path)),
);

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value);
}

function changed(edits: readonly { path: (string | number)[]; value: unknown; drop: boolean }[]): unknown {
  const copy: unknown = structuredClone(WHOLE);
  for (const { path, value, drop } of edits) {
    let inside: unknown = copy;
    for (const name of path.slice(0, -1)) {
      inside = typeof inside === "object" && inside !== null ? (inside as Record<string, unknown>)[name] : undefined;
    }
    const last = path.at(-1);
    if (typeof inside !== "object" || inside === null || last === undefined) continue;
    if (drop) Reflect.deleteProperty(inside, last);
    else Reflect.set(inside, last, structuredClone(value));
  }
  return copy;
}

const edit = fc.record({
  path: fc.constantFrom(...PLACES),
  value: otherValue,
  drop: fc.boolean().map((drop) => drop),
});

/** Values of the kind that stood there: these pass the schema more often than not, and reach the renderers. */
const fitting = fc.constantFrom(...PLACES).chain((path) => {
  const old = at(WHOLE, path);
  const values: fc.Arbitrary<unknown> =
    typeof old === "number"
      ? fc.oneof(fc.constantFrom(0, 1, 2 ** 53 - 1, 2 ** 31), fc.nat({ max: 50 }), fc.maxSafeNat())
      : typeof old === "string"
        ? nasty(200)
        : typeof old === "boolean"
          ? fc.boolean()
          : fc.constant(Array.isArray(old) ? [] : old);
  return values.map((value) => ({ path, value, drop: false }));
});

test("text that was cut, or in which some characters are others", { timeout: 300_000 }, () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.nat({ max: TEXT.length }),
      fc.array(fc.tuple(fc.nat({ max: TEXT.length - 1 }), fc.string({ unit: "binary", maxLength: 3 })), {
        maxLength: 4,
      }),
      fc.boolean(),
      (length, changes, cut) => {
        let text = cut ? TEXT.slice(0, length) : TEXT;
        for (const [where, put] of changes) text = text.slice(0, where) + put + text.slice(where + 1);
        if (read(text) === null) refused++;
      },
    ),
    { numRuns: 4000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test("values that are others, or missing", { timeout: 300_000 }, () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      if (read(JSON.stringify(changed(edits))) === null) refused++;
    }),
    { numRuns: 5000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test("what passes is rendered in every format, whatever the figures and names are", { timeout: 300_000 }, async () => {
  let rendered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fitting, { minLength: 1, maxLength: 8 }), fc.boolean(), async (edits, all) => {
      const report = read(JSON.stringify(changed(edits)));
      if (report === null) return;
      for (const name of FORMAT_NAMES) {
        const out = await render(name, report, { all, readSource });
        expect(out.length).toBeLessThan(2_000_000);
        if (typeof out === "string") expect(out.split("\n").filter((line) => UNSEEN.test(line))).toEqual([]);
        rendered++;
      }
    }),
    { numRuns: 500 },
  );
  expect(rendered).toBeGreaterThan(1000);
});

test.each([
  ["arrays in arrays", "[".repeat(1_000_000)],
  ["objects in objects", '{"version":'.repeat(300_000)],
  ["a whole report deep inside", `${'{"version":1,"files":['.repeat(50_000)}${TEXT}`],
  ["a number of a million digits", `{"version":${"9".repeat(1_000_000)}}`],
  ["keys of objects' own", '{"__proto__":{"version":1},"constructor":1,"version":1}'],
  ["a name a million characters long", `{"version":1,"${"x".repeat(1_000_000)}":1}`],
])("%s", (_what, text) => {
  expect(read(text)).toBeNull();
});
