/** Workflow commands come out of the runner as they went in, and nothing else in the output is one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderGithub, renderGithubFindings } from "../../../src/report/formats/github.js";
import { FORMAT_NAMES } from "../../../src/report/formats/index.js";
import { renderFindings } from "../../../src/report/index.js";
import { DEFAULTS } from "../../../src/report/options.js";
import { repositoryPath } from "../../../src/report/repository-path.js";
import { TraceBuilder } from "../../trace-builder.js";
import { reportOf } from "../sample-runs.js";
import { gates, ONE_FINDING, reports, sources, unseen } from "./nasty.js";

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** As the runner reads a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function commandOf(line: string): Command | null {
  const trimmed = line.trimStart();
  if (!trimmed.startsWith("::")) return null;
  const end = trimmed.indexOf("::", 2);
  if (end < 0) return null;
  const info = trimmed.slice(2, end);
  const space = info.indexOf(" ");
  const properties: Record<string, string> = {};
  for (const part of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(",")
        .filter(Boolean)) {
    const [, name, value] = /^([^=]*)=(.+)$/s.exec(part) ?? [];
    if (name && value) properties[name] = unescaped(value, ["\r", "\n", ":", ",", "%"]);
  }
  const name = space < 0 ? info : info.slice(0, space);
  return { name, properties, data: unescaped(trimmed.slice(end + 2), ["\r", "\n", "%"]) };
}

function unescaped(text: string, characters: readonly string[]): string {
  const code = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return characters.reduce((all, character) => all.replaceAll(code(character), character), text);
}

test("the runner reads back files, lines and messages, whatever is in them", () => {
  fc.assert(
    fc.property(gates, sources, (findings, options) => {
      const lines = renderGithubFindings(findings, options).split("\n").slice(0, -1);
      const shown = findings.findings.slice(0, 10);
      const commands = lines.map(commandOf);
      expect(commands.filter((command) => command !== null)).toHaveLength(shown.length);
      for (const [at, finding] of shown.entries()) {
        const command = commands[at];
        expect(command?.name).toBe({ error: "error", warning: "warning", note: "notice" }[finding.severity]);
        const file = finding.file.replace(/^(.+?)#[^#/]*?:\d+:\d+$/s, "$1");
        const named = command?.properties.file ?? "";
        if (unseen(file).length === 0) expect(named).toBe(repositoryPath(file, options.pathPrefix));
        expect(unseen(named.replaceAll("\r", ""))).toEqual([]);
        if (finding.region !== null) expect(command?.properties.line).toBe(String(finding.region.line));
        expect(unseen(command?.data ?? "")).toEqual([]);
      }
    }),
  );
});

test("a report gives notices, ten at most, and says what is left out", () => {
  fc.assert(
    fc.property(reports, sources, (report, options) => {
      const lines = renderGithub(report, options).split("\n").slice(0, -1);
      const commands = lines.map(commandOf);
      const notices = commands.filter((command) => command?.name === "notice");
      expect(notices.length).toBeLessThanOrEqual(10);
      expect(lines.length - notices.length).toBeLessThanOrEqual(1);
    }),
  );
});

test("the worst ten of many", () => {
  const trace = new TraceBuilder();
  const sites = Array.from({ length: 30 }, (_, at) => ({ line: at + 1, text: `f${at}()` }));
  const site = trace.file("sim.ts", { sites });
  for (const at of sites.keys()) trace.made(site(at), { allocated: (at + 1) * 100, needed: 1 });
  const lines = renderGithub(reportOf(trace.build()), DEFAULTS).split("\n");
  expect(lines.map((line) => commandOf(line)?.properties.line).slice(0, 10)).toEqual(
    Array.from({ length: 10 }, (_, at) => String(30 - at)),
  );
  expect(lines[10]).toBe("alloc-trace: 20 more not shown as annotations");
});

test("a finding in full", () => {
  expect(renderGithubFindings(ONE_FINDING, DEFAULTS)).toBe(
    "::error file=src/world.ts,line=12,col=17,endColumn=33,title=A line makes more arrays than its baseline says::" +
      "bodies.map(move): made 2 per iteration, 1 in the baseline%0Aaccept it with alloc-trace check --update\n",
  );
});

test("an expression that the sentence names is not named twice", () => {
  const [finding] = ONE_FINDING.findings;
  const message = "`bodies.map(move)` made 2 per iteration";
  const findings = finding === undefined ? [] : [{ ...finding, message }];
  expect(commandOf(renderGithubFindings({ ...ONE_FINDING, findings }, DEFAULTS))?.data).toMatch(
    /^`bodies\.map\(move\)` made 2 per iteration\n/,
  );
});

test("nothing found is said, so that an empty log is no riddle", () => {
  expect(renderGithubFindings({ ...ONE_FINDING, findings: [], clean: true }, DEFAULTS)).toBe(
    "alloc-trace: 0 problems\n",
  );
});

test("findings have the formats that are lists of problems", async () => {
  const all = await Promise.all(FORMAT_NAMES.map((name) => renderFindings(name, ONE_FINDING)));
  expect(FORMAT_NAMES.filter((_, at) => all[at] !== null)).toEqual([
    ...["text", "json", "markdown", "github", "sarif", "junit", "gitlab"],
  ]);
});
