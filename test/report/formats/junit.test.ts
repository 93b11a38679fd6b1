/** JUnit XML is well-formed whatever is in it, fits Jenkins' schema, and fails where the gate does. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { renderJunit, renderJunitFindings } from "../../../src/report/formats/junit.js";
import { DEFAULTS } from "../../../src/report/options.js";
import { visible } from "../../../src/report/visible.js";
import { mixedRun } from "../sample-runs.js";
import { gates, ONE_FINDING, reports, sources, unseen } from "./nasty.js";

const xsd = readFileSync(new URL("../schemas/junit-10.xsd", import.meta.url), "utf8");

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** A strict reader: anything that is not well-formed throws. */
function elements(xml: string): Element[] {
  const parser = new SaxesParser();
  const found: Element[] = [];
  const open: Element[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

test("well-formed, and read back as it was, whatever is in it", () => {
  fc.assert(
    fc.property(gates, (findings) => {
      const xml = renderJunitFindings(findings);
      expect(unseen(xml)).toEqual([]);
      const all = elements(xml);
      const errors = findings.findings.filter(({ severity }) => severity === "error");
      const failures = all.filter(({ name }) => name === "failure");
      expect(failures.map(({ attributes }) => attributes.message)).toEqual(
        errors.map(({ message }) => visible(message)),
      );
      expect(all[0]?.attributes.failures).toBe(String(errors.length));
      expect(all.filter(({ name }) => name === "testcase")).toHaveLength(findings.findings.length + 1);
    }),
  );
  fc.assert(
    fc.property(reports, sources, (report, options) => {
      const all = elements(renderJunit(report, options));
      expect(all.some(({ name }) => name === "failure")).toBe(false);
      expect(all[0]?.attributes.tests).toBe(String(all.filter(({ name }) => name === "testcase").length));
    }),
  );
});

test("fits the schema", { timeout: 60_000 }, async () => {
  const nasty = fc.sample(gates, { numRuns: 5, seed: 7 }).map(renderJunitFindings);
  const texts = [renderJunit(mixedRun(), DEFAULTS), renderJunitFindings(ONE_FINDING), ...nasty];
  for (const contents of texts) {
    const { valid, errors } = await validateXML({
      xml: { fileName: "report.xml", contents },
      schema: { fileName: "junit-10.xsd", contents: xsd },
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  }
});

test("a finding in full", () => {
  expect(elements(renderJunitFindings(ONE_FINDING)).slice(2, 4)).toEqual([
    {
      name: "testcase",
      attributes: {
        classname: "src/world.ts",
        name: "src/world.ts:12:17 bodies.map(move) (alloc-rise)",
        time: "0",
      },
      text: "\n      \n    ",
    },
    {
      name: "failure",
      attributes: { type: "alloc-rise", message: "made 2 per iteration, 1 in the baseline" },
      text:
        "src/world.ts:12:17\nA line makes more arrays than its baseline says\n" +
        "made 2 per iteration, 1 in the baseline\naccept it with alloc-trace check --update",
    },
  ]);
});
