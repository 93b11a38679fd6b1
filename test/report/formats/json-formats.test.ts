/** The formats that are JSON, each held against what its reader says of it. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBenchmark } from "../../../src/report/formats/benchmark.js";
import { renderDhat } from "../../../src/report/formats/dhat.js";
import { renderGitlab, renderGitlabFindings } from "../../../src/report/formats/gitlab.js";
import { renderHeapprofile } from "../../../src/report/formats/heapprofile.js";
import { renderSpeedscope } from "../../../src/report/formats/speedscope.js";
import { DEFAULTS } from "../../../src/report/options.js";
import type { Report } from "../../../src/report/report.js";
import { schemaErrors } from "../../strict-schema.js";
import { mixedRun } from "../sample-runs.js";
import { gates, ONE_FINDING, reports, sources, unseen } from "./nasty.js";

const ajv = new Ajv({ strict: false, allErrors: true });

function vendored(name: string): object {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8")) as object;
}

function expressions(report: Report): Report["files"][number]["lines"][number]["expressions"] {
  return report.files.flatMap(({ lines }) => lines.flatMap((line) => line.expressions));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("GitLab code quality", () => {
  // As https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format has it; there is no published schema.
  const fits = ajv.compile({
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", minLength: 1 },
        fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            path: { type: "string", pattern: "^(?!\\./)" },
            lines: {
              type: "object",
              required: ["begin"],
              properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
            },
          },
        },
      },
    },
  });

  test("fits, with no fingerprint twice", () => {
    fc.assert(
      fc.property(reports, gates, sources, (report, findings, options) => {
        const text = renderGitlab(report, options);
        expect(unseen(text)).toEqual([]);
        const issues = JSON.parse(text) as { fingerprint: string }[];
        expect(schemaErrors(fits, issues)).toBe("");
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
        expect(schemaErrors(fits, JSON.parse(renderGitlabFindings(findings, options)))).toBe("");
      }),
    );
  });

  test("a finding in full", () => {
    expect(JSON.parse(renderGitlabFindings(ONE_FINDING, DEFAULTS))).toEqual([
      {
        description:
          "bodies.map(move): made 2 per iteration, 1 in the baseline; accept it with alloc-trace check --update",
        check_name: "alloc-rise",
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: "major",
        location: { path: "src/world.ts", lines: { begin: 12, end: 12 } },
      },
    ]);
  });
});

describe("github-action-benchmark", () => {
  // https://github.com/benchmark-action/github-action-benchmark/blob/master/src/extract.ts: BenchmarkResult
  const fits = ajv.compile({
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["name", "unit", "value"],
      properties: {
        name: { type: "string", minLength: 1 },
        value: { type: "number" },
        unit: { type: "string", minLength: 1 },
        range: { type: "string" },
        extra: { type: "string" },
      },
    },
  });

  test("fits, and no name stands twice", () => {
    fc.assert(
      fc.property(reports, sources, (report, options) => {
        const text = renderBenchmark(report, options);
        expect(unseen(text)).toEqual([]);
        const results = JSON.parse(text) as { name: string; value: number }[];
        expect(schemaErrors(fits, results)).toBe("");
        expect(results[0]?.value).toBe(report.totals.allocated);
        if (options.all) {
          const lines = results.slice(report.mode === "full" ? 4 : 2);
          expect(sum(lines.map(({ value }) => value))).toBe(report.totals.allocated);
        }
      }),
    );
  });
});

describe("speedscope", () => {
  const fits = ajv.compile({ ...vendored("speedscope.json"), $ref: "#/definitions/FileFormat.File" });

  interface File {
    shared: { frames: unknown[] };
    profiles: { name: string; samples: number[][]; weights: number[]; endValue: number }[];
  }

  test("fits the published schema, and the weights are the report's figures", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderSpeedscope(report);
        expect(unseen(text)).toEqual([]);
        const file = JSON.parse(text) as File;
        expect(schemaErrors(fits, file)).toBe("");
        const { allocated, bytes, reusable } = report.totals;
        const totals = report.mode === "full" ? [allocated, bytes, reusable] : [allocated, bytes];
        expect(file.profiles.map(({ endValue }) => endValue)).toEqual(totals);
        for (const { samples, weights } of file.profiles) {
          expect(samples).toHaveLength(weights.length);
          expect(samples.flat().filter((frame) => frame >= file.shared.frames.length)).toEqual([]);
        }
      }),
    );
  });
});

describe("DHAT", () => {
  // What dh_view.js of Valgrind 3.19 asks for before it shows a file (checkFields and the reads of gData).
  const fits = ajv.compile({
    type: "object",
    required: ["dhatFileVersion", "mode", "verb", "bklt", "bkacc", "tu", "Mtu", "cmd", "pid", "te", "pps", "ftbl"],
    properties: {
      dhatFileVersion: { const: 2 },
      bklt: { const: false },
      bkacc: { const: false },
      pid: { type: "integer" },
      te: { type: "integer" },
      ftbl: { type: "array", items: { type: "string" }, minItems: 1 },
      pps: {
        type: "array",
        items: {
          type: "object",
          required: ["tb", "tbk", "fs"],
          properties: {
            tb: { type: "integer", minimum: 0 },
            tbk: { type: "integer", minimum: 0 },
            fs: { type: "array", items: { type: "integer", minimum: 1 }, minItems: 1 },
          },
        },
      },
    },
  });

  interface File {
    pps: { tb: number; tbk: number; fs: number[] }[];
    ftbl: string[];
  }

  test("fits what the viewer asks for, and adds up", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderDhat(report);
        expect(unseen(text)).toEqual([]);
        const file = JSON.parse(text) as File;
        expect(schemaErrors(fits, file)).toBe("");
        expect(sum(file.pps.map(({ tbk }) => tbk))).toBe(report.totals.allocated);
        expect(sum(file.pps.map(({ tb }) => tb))).toBe(report.totals.bytes);
        expect(file.pps.flatMap(({ fs }) => fs).filter((frame) => file.ftbl[frame] === undefined)).toEqual([]);
      }),
    );
  });

  test("the frame that made the arrays comes first", () => {
    const { pps, ftbl } = JSON.parse(renderDhat(mixedRun())) as File;
    expect(pps.map(({ fs }) => fs.map((frame) => ftbl[frame]))).toContainEqual([
      "new Vec3(x, y, z) (node_modules/vec/index.js:88:10)",
      "(top level) (node_modules/vec/index.js)",
      "body.velocity.add(pull.scale(dt)) (src/particles/integrate.ts:7:32)",
      "step (src/particles/integrate.ts)",
    ]);
  });
});

describe("V8 heap profile", () => {
  // The protocol's own description, turned into a schema: a type of it is an object, an array, a reference or a value.
  interface ProtocolType {
    id?: string;
    name?: string;
    type?: string;
    optional?: boolean;
    $ref?: string;
    items?: ProtocolType;
    properties?: ProtocolType[];
  }
  const { domains } = vendored("heap-profiler.json") as { domains: { domain: string; types: ProtocolType[] }[] };

  function schemaOf(type: ProtocolType, domain: string): object {
    if (type.$ref !== undefined)
      return { $ref: `#/$defs/${type.$ref.includes(".") ? type.$ref : `${domain}.${type.$ref}`}` };
    if (type.type === "array") return { type: "array", items: schemaOf(type.items ?? {}, domain) };
    if (type.type !== "object") return { type: type.type };
    const properties = type.properties ?? [];
    return {
      type: "object",
      additionalProperties: false,
      required: properties.filter(({ optional }) => !optional).map(({ name }) => name),
      properties: Object.fromEntries(properties.map((property) => [property.name, schemaOf(property, domain)])),
    };
  }
  const $defs = Object.fromEntries(
    domains.flatMap(({ domain, types }) => types.map((type) => [`${domain}.${type.id}`, schemaOf(type, domain)])),
  );
  const fits = ajv.compile({ $defs, $ref: "#/$defs/HeapProfiler.SamplingHeapProfile" });

  interface Node {
    callFrame: { functionName: string; url: string; lineNumber: number };
    selfSize: number;
    id: number;
    children: Node[];
  }
  const nodes = (node: Node): Node[] => [node, ...node.children.flatMap(nodes)];

  test("fits the protocol, and its sizes are the report's bytes", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderHeapprofile(report);
        expect(unseen(text)).toEqual([]);
        const file = JSON.parse(text) as { head: Node; samples: { size: number; nodeId: number; ordinal: number }[] };
        expect(schemaErrors(fits, file)).toBe("");
        const all = nodes(file.head);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(sum(all.map(({ selfSize }) => selfSize))).toBe(report.totals.bytes);
        expect(sum(file.samples.map(({ size }) => size))).toBe(report.totals.bytes);
        expect(file.samples).toHaveLength(expressions(report).length);
      }),
    );
  });
});
