/** SARIF fits the OASIS schema, names files as URIs, and gives each result a fingerprint that edits leave alone. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import type { Log, Result } from "sarif";
import { expect, test } from "vitest";
import { renderSarif, renderSarifFindings } from "../../../src/report/formats/sarif.js";
import { DEFAULTS } from "../../../src/report/options.js";
import { schemaErrors } from "../../strict-schema.js";
import { TraceBuilder } from "../../trace-builder.js";
import { mixedRun, reportOf } from "../sample-runs.js";
import { gates, ONE_FINDING, reports, sources, unseen } from "./nasty.js";

const schema = JSON.parse(
  readFileSync(new URL("../schemas/sarif-2.1.0-rtm.5.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
// Draft 4 calls it `id`; nothing else that the schema uses has changed since.
const { id: _, $schema: __, ...body } = schema;
const fits = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(body);

function results(text: string): Result[] {
  const log = JSON.parse(text) as Log;
  expect(schemaErrors(fits, log)).toBe("");
  return log.runs[0]?.results ?? [];
}

/** What GitHub refuses, beyond the schema. */
function checkForGithub(found: Result[]): void {
  for (const result of found) {
    const location = result.locations?.[0]?.physicalLocation;
    const uri = location?.artifactLocation?.uri ?? "";
    expect(() => new URL(uri, "file:///repository/")).not.toThrow();
    expect(uri).toMatch(/^[\w\-.~!*'()%/:@+;,=&$]*$/);
    const region = location?.region;
    expect(region?.startLine).toBeGreaterThan(0);
    expect(region?.endLine ?? Infinity).toBeGreaterThanOrEqual(region?.startLine ?? 0);
    expect(result.message.text).toMatch(/./);
    expect(result.message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
    expect(result.partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/);
  }
}

test("whatever the names are, it fits the schema and what GitHub wants", () => {
  fc.assert(
    fc.property(reports, sources, (report, options) => {
      const text = renderSarif(report, options);
      expect(unseen(text)).toEqual([]);
      const found = results(text);
      checkForGithub(found);
      const prints = found.map((result) => result.partialFingerprints?.["allocTraceSite/v1"]);
      expect(new Set(prints).size).toBe(prints.length);
    }),
  );
});

test("so do findings", () => {
  fc.assert(
    fc.property(gates, sources, (findings, options) => {
      const text = renderSarifFindings(findings, options);
      expect(unseen(text)).toEqual([]);
      const found = results(text);
      checkForGithub(found);
      expect(found.map(({ level }) => level)).toEqual(findings.findings.map(({ severity }) => severity));
    }),
  );
});

test("each rule has help, each result its region and the advice", () => {
  const log = JSON.parse(renderSarif(mixedRun(), DEFAULTS)) as Log;
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  expect(rules.filter(({ help, fullDescription }) => !help?.text || !fullDescription?.text)).toEqual([]);
  const [vendor, ...others] = log.runs[0]?.results ?? [];
  expect(vendor).toMatchObject({
    level: "note",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "vendor/all.min.js", uriBaseId: "%SRCROOT%" },
          region: { startLine: 1, startColumn: 2429, endColumn: 2436 },
        },
      },
    ],
  });
  expect(vendor?.message.text).toBe(
    "900,000 Array made, at most 450,000 needed at once, at least 450,000 could have reused an earlier one.",
  );
  expect(others.map(({ ruleId }) => ruleId)).toContain("alloc-hoist");
  // Of a line in a dependency nothing is said: nobody can edit it.
  expect(JSON.stringify(others)).not.toContain("node_modules");
});

test("a fingerprint stays when lines move, and goes with the expression", () => {
  const prints = (line: number, text: string): (string | undefined)[] => {
    const trace = new TraceBuilder();
    const site = trace.file("sim.ts", { sites: [{ line, text, fn: "step" }] });
    const report = reportOf(trace.made(site(0), { allocated: 500, needed: 1 }).build());
    return results(renderSarif(report, DEFAULTS)).map((result) => result.partialFingerprints?.primaryLocationLineHash);
  };
  expect(prints(90, "b.mul(i)")).toEqual(prints(4, "b.mul(i)"));
  expect(prints(4, "b.mul(j)")).not.toEqual(prints(4, "b.mul(i)"));
});

test("a finding is an error with its region, its file named from the repository's root", () => {
  const [result] = results(renderSarifFindings(ONE_FINDING, { ...DEFAULTS, pathPrefix: "packages/sim/" }));
  expect(result).toMatchObject({
    ruleId: "alloc-rise",
    level: "error",
    message: { text: "Made 2 per iteration, 1 in the baseline. Accept it with alloc-trace check --update." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "packages/sim/src/world.ts" },
          region: { startLine: 12, startColumn: 17, endLine: 12, endColumn: 33 },
        },
        logicalLocations: [{ fullyQualifiedName: "World.step" }],
      },
    ],
  });
});

test("text compiled by eval is reported where it was compiled", () => {
  const trace = new TraceBuilder();
  const site = trace.file("src/a.js#eval:12:3", { sites: [{ line: 1, text: "[1]" }] });
  const report = reportOf(trace.made(site(0), { allocated: 500, needed: 1 }).build());
  const [result] = results(renderSarif(report, DEFAULTS));
  expect(result?.locations?.[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "src/a.js" },
    region: { startLine: 12 },
  });
});
