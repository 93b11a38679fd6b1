/** A site table comes out of its text as it went in. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { instrument } from "../../src/instrument/index.js";
import { packTable, type SiteTable, unpackTable } from "../../src/trace/site-table.js";

const line = fc.integer({ min: 1, max: 200_000 });
const column = fc.integer({ min: 1, max: 1_000_000 });
const span = fc.record({ line, column, endLine: line, endColumn: column });
const kind = fc.constantFrom("literal", "new", "call", "rest", "await", "callback", "implicit", "hidden" as const);
const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "", "'\\\u2028\n\""));
const site = fc
  .tuple(
    span,
    fc.record({
      kind,
      fn: text,
      loop: fc.integer({ min: -1, max: 99 }),
      owner: fc.integer({ min: -1, max: 99 }),
      text,
    }),
    fc.record({ callee: text, operation: text, reader: text, grows: text }, { requiredKeys: [] }),
  )
  .map(([place, what, more]) => ({ ...place, ...what, ...more }));
const table: fc.Arbitrary<SiteTable> = fc.record(
  {
    path: text,
    dependency: fc.option(text),
    sites: fc.array(site),
    loops: fc.array(span),
    functions: fc.array(span),
    bodies: fc.array(span, { minLength: 1 }),
  },
  { requiredKeys: ["path", "dependency", "sites", "loops", "functions"] },
);

it("holds all that was put into it", () => {
  fc.assert(
    fc.property(table, (given) => {
      expect(unpackTable(packTable(given))).toEqual(given);
    }),
  );
});

it("is what a probed file hands to the runtime, whatever stands in the file", () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const source = `const a = [${JSON.stringify(first)}];\nlist(${JSON.stringify(second)}, a);\n// ${second.replace(/[\n\r\u2028\u2029]/g, "")}`;
      const path = `/${first}/${second}.js`;
      const { code, table } = instrument({
        source,
        path,
        lang: "js",
        goal: "script",
        dependency: null,
        countOnly: true,
      });
      const [file = ""] = /\$aT\.file\(.*?\);(?=const|$aT)/.exec(code) ?? [];
      const handed: string[] = [];
      new Function("$aT", "$aT$base", file)({ file: (_: number, packed: string) => handed.push(packed) }, 1);
      expect(handed.map(unpackTable)).toEqual([table]);
    }),
  );
});
