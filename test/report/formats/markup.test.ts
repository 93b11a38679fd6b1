/** Markdown and HTML: what a browser makes of them holds our elements alone, and the outside text as text. */
import fc from "fast-check";
import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { type DefaultTreeAdapterTypes, type ParserError, parse, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../../src/report/formats/html.js";
import { renderMarkdown, renderMarkdownFindings } from "../../../src/report/formats/markdown.js";
import { DEFAULTS } from "../../../src/report/options.js";
import { visible } from "../../../src/report/visible.js";
import { TraceBuilder } from "../../trace-builder.js";
import { MIXED_SOURCES, mixedRun, reportOf } from "../sample-runs.js";
import { gates, ONE_FINDING, reports, sources, unseen } from "./nasty.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => ("tagName" in node ? [node, ...elementsIn(node.childNodes)] : []));
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const attributesOf = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ tagName, attrs }) => attrs.map(({ name }) => `${tagName} ${name}`));

/** As GitHub does it, before it looks for names and takes out what is not allowed. */
function htmlOf(markdown: string): Element[] {
  const html = micromark(markdown, {
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
    allowDangerousHtml: true,
  });
  return elementsIn(parseFragment(html).childNodes);
}

describe("Markdown", () => {
  const OURS = /^(?:h3|p|ul|li|table|thead|tbody|tr|th|td|code|details|summary|pre|span|(?:table|th|td) align)$/;

  const foreign = (elements: readonly Element[]): string[] =>
    [...elements.map(({ tagName }) => tagName), ...attributesOf(elements)].filter((name) => !OURS.test(name));

  /** Text outside of `code` and `pre`, where GitHub looks for names, numbers and addresses. */
  function loose(elements: readonly Element[]): string[] {
    const guarded = new Set(["code", "pre", "span"]);
    return elements
      .filter(({ tagName }) => !guarded.has(tagName))
      .flatMap(({ childNodes }) => childNodes.flatMap((node) => (node.nodeName === "#text" ? [textOf(node)] : [])));
  }

  test("of a report: nothing in it is an element, a link or a name", () => {
    fc.assert(
      fc.property(reports, sources, (report, options) => {
        const text = renderMarkdown(report, options);
        expect(unseen(text)).toEqual([]);
        const elements = htmlOf(text);
        expect(foreign(elements)).toEqual([]);
        expect(loose(elements).filter((part) => /[@#]\w/.test(part))).toEqual([]);
        const cells = elements.filter(({ tagName }) => tagName === "tr").map(({ childNodes }) => childNodes.length);
        expect(new Set(cells.map((number) => number)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([" 121. a", "\t- b", "    c", "1) d"])("a script called %j begins no list and no code", (script) => {
    const options = { columns: 80, color: false, top: 10, sort: "reusable", by: "line", all: false, min: 1 } as const;
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderMarkdown(
          { ...report, script },
          { ...options, frames: false, readSource: () => null, pathPrefix: "" },
        );
        expect(foreign(htmlOf(text))).toEqual([]);
        expect(htmlOf(text).some(({ tagName }) => tagName === "pre")).toBe(false);
      }),
      { numRuns: 3 },
    );
  });

  test("of findings: the same, and the names are there to read", () => {
    fc.assert(
      fc.property(gates, sources, (findings, options) => {
        const text = renderMarkdownFindings(findings, options);
        expect(unseen(text)).toEqual([]);
        const elements = htmlOf(text);
        expect(foreign(elements)).toEqual([]);
        expect(loose(elements).filter((part) => /[@#]\w/.test(part))).toEqual([]);
        const rows = elements.filter(({ tagName }) => tagName === "tr").slice(1);
        expect(rows).toHaveLength(findings.findings.length);
        for (const [at, { text: expression }] of findings.findings.entries()) {
          const row = rows[at];
          expect(row === undefined ? "" : textOf(row).replace(/\s+/g, " ")).toContain(
            visible(expression).replace(/\s+/g, " ").trim(),
          );
        }
      }),
    );
  });

  test("a report in full", async () => {
    const text = renderMarkdown(mixedRun(), { ...DEFAULTS, readSource: (path) => MIXED_SOURCES[path] ?? null });
    await expect(text).toMatchFileSnapshot("../goldens/mixed.golden.md");
  });

  test("findings in full", async () => {
    await expect(renderMarkdownFindings(ONE_FINDING, DEFAULTS)).toMatchFileSnapshot("../goldens/finding.golden.md");
  });

  test("is no longer than a comment may be", () => {
    const trace = new TraceBuilder();
    const sites = Array.from({ length: 3000 }, (_, at) => ({ line: at + 1, text: `f${at}(${"x".repeat(60)})` }));
    const site = trace.file("sim.ts", { sites });
    for (const at of sites.keys()) trace.made(site(at), { allocated: 100, needed: 1 });
    const text = renderMarkdown(reportOf(trace.build()), { ...DEFAULTS, all: true });
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/\n[\d,]+ more lines cut: comments may not be longer\.\n$/);
  });
});

describe("HTML", () => {
  const OURS =
    /^(?:html|head|meta|title|style|body|h1|h2|p|table|thead|tbody|tr|th|td|a|code|span|section|pre|ul|li|br|footer)$/;
  const ATTRIBUTES =
    /^(?:html lang|meta (?:charset|name|content|http-equiv)|th scope|a href|span (?:class|style)|section id|p class)$/;

  test("parses without an error, and holds our elements and attributes alone", () => {
    fc.assert(
      fc.property(reports, sources, (report, options) => {
        const html = renderHtml(report, options);
        expect(unseen(html)).toEqual([]);
        const errors: ParserError[] = [];
        const page = parse(html, { onParseError: (error) => errors.push(error) });
        expect(errors).toEqual([]);
        const elements = elementsIn(page.childNodes);
        expect(elements.map(({ tagName }) => tagName).filter((name) => !OURS.test(name))).toEqual([]);
        expect(attributesOf(elements).filter((name) => !ATTRIBUTES.test(name))).toEqual([]);
        const links = elements.flatMap(({ tagName, attrs }) =>
          tagName === "a" ? attrs.map(({ value }) => value) : [],
        );
        expect(links.filter((link) => !/^#l\d+$/.test(link))).toEqual([]);
      }),
    );
  });

  test("shows every line that is worth it, with its source", () => {
    const html = renderHtml(mixedRun(), { ...DEFAULTS, top: 1, readSource: (path) => MIXED_SOURCES[path] ?? null });
    const elements = elementsIn(parse(html).childNodes);
    const frames = elements.filter(({ tagName }) => tagName === "pre").map(textOf);
    expect(elements.filter(({ tagName }) => tagName === "section")).toHaveLength(4);
    expect(frames).toHaveLength(4);
    expect(frames.join("\n")).toContain(
      "velocity = body.velocity.add(pull.scale(dt)); // 速度を更新する (\\x1b[31mred\\x1b[0m)",
    );
  });
});
