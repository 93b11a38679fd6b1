/** The schemas and the types say the same: whole values pass, and a name too many or too few does not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { numpyLoop } from "../numpy-loop.js";
import { schemaErrors, strictSchema } from "../strict-schema.js";
import { hostileText, tracesArbitrary } from "../trace-arbitrary.js";
import { CWD } from "../trace-builder.js";

const reportSchema = strictSchema("report");
const traceSchema = strictSchema("trace");
const options = { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0" };

/** With every optional name present once. */
function fullTrace(): ThreadTrace {
  return numpyLoop()
    .leftOut({ path: `${CWD}/big.js`, why: "larger than 10 MB" })
    .leftOut({ what: "eval", why: "its text does not parse" })
    .build({ ended: { by: "signal", code: null, signal: "SIGTERM" } });
}

const OPTIONAL = ["signal", "path", "what"];

/** Each copy of `value` with one name of one object taken away, and where. */
function* withoutOne(value: unknown): Generator<{ at: string; name: string; copy: unknown }> {
  for (const path of objectPaths(value, [])) {
    const names = Object.keys(at(value, path) as object);
    for (const name of names) {
      const copy: unknown = structuredClone(value);
      Reflect.deleteProperty(at(copy, path) as object, name);
      yield { at: path.join("."), name, copy };
    }
  }
}

function* objectPaths(value: unknown, path: string[]): Generator<string[]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield path;
  for (const [name, part] of Object.entries(value)) yield* objectPaths(part, [...path, name]);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value);
}

describe.each([
  ["report", reportSchema, () => analyse([fullTrace()], options) as unknown, [...OPTIONAL, "inIteration", "inCall"]],
  ["trace", traceSchema, () => fullTrace() as unknown, OPTIONAL],
] as const)("%s", (_name, schema, make, names) => {
  const optional = new Set<string>(names);

  test("a whole one passes", () => {
    expect(schemaErrors(schema, make())).toBe("");
  });

  test("none of its names may be missing, but for the optional ones", () => {
    const passed = [...withoutOne(make())]
      .filter(({ copy }) => schema(copy))
      .filter(({ at: path }) => !/figures$/.test(path));
    expect(passed.filter(({ name }) => !optional.has(name)).map(({ at: path, name }) => `${path}.${name}`)).toEqual([]);
    expect(new Set(passed.map(({ name }) => name))).toEqual(optional);
  });

  test("a name that it does not know is refused, at every level", () => {
    const value = make();
    for (const path of objectPaths(value, [])) {
      if (path.at(-1) === "figures") continue;
      const copy: unknown = structuredClone(value);
      Object.assign(at(copy, path) as object, { unheardOf: 1 });
      expect(schema(copy), path.join(".")).toBe(false);
    }
  });
});

test("every trace and report of random runs passes", () => {
  fc.assert(
    fc.property(tracesArbitrary(hostileText(12)), (traces) => {
      for (const trace of traces) expect(schemaErrors(traceSchema, trace)).toBe("");
      expect(schemaErrors(reportSchema, analyse(traces, options))).toBe("");
    }),
  );
});

test("the report of a run that left no trace passes", () => {
  expect(schemaErrors(reportSchema, analyse([], options))).toBe("");
});
