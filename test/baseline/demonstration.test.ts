/** A demonstration repository under the gate, made by the steps that the README gives; and the action's own script. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { BIN, run, temporaryFolder } from "../program.js";
import { Project } from "./project.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const FILES = {
  "bench/sim.ts": `import { step } from "../src/step.ts";

const bodies = Array.from({ length: 50 }, (_, i) => [i, i, i]);
let sum = 0;
for (let t = 0; t < 20; t++) sum += step(bodies, t);
console.log(sum);
`,
  "src/step.ts": `export function step(bodies: number[][], t: number): number {
  let sum = 0;
  for (const body of bodies) {
    const moved = body.map((x) => x + t);
    sum += moved[0]!;
  }
  return sum;
}
`,
};

/** Commands that the README has under "CI in five lines". */
function steps(): string[] {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const block = /## CI in five lines[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  return [...block.matchAll(/^ *- run: (.*)$/gm)].map(([, command]) => command ?? "");
}

/** `npx alloc-trace` is the program of this checkout. */
function shell(project: Project, command: string, env: Record<string, string> = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "npx"), `#!/bin/sh\nshift\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(folder, "npx"), 0o755);
  const path = `${folder}${delimiter}${process.env.PATH}`;
  return run("bash", ["-c", command], { cwd: project.folder, env: { ...env, PATH: path } });
}

function git(project: Project, ...words: string[]): void {
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
  const { code, stderr } = run("git", [...identity, ...words], { cwd: project.folder });
  expect(code, stderr).toBe(0);
}

function commit(project: Project, files: Record<string, string>, message: string): void {
  project.write(files);
  git(project, "add", "-A");
  git(project, "commit", "-q", "-m", message);
}

/** A repository with its baseline committed. */
function repository(): Project {
  const project = new Project(FILES);
  git(project, "init", "-q");
  const made = shell(project, "npx alloc-trace check --init bench/sim.ts");
  expect(made, made.stderr).toMatchObject({ code: 0 });
  commit(project, {}, "First");
  return project;
}

describe.skipIf(process.platform === "win32")("CI", () => {
  test("a temporary in a loop fails on its line, and its revert passes", { timeout: 300_000 }, () => {
    const [install, check = ""] = steps();
    expect(install).toBe("npm ci");
    const project = repository();
    expect(shell(project, check).code).toBe(0);
    const worse = FILES["src/step.ts"].replace("sum += moved[0]!;", "const copy = [...moved];\n    sum += copy[0]!;");
    commit(project, { "src/step.ts": worse }, "Copy what was moved");
    const failed = shell(project, check);
    expect(failed.code).toBe(1);
    const annotations = failed.stdout.split("\n").filter((line) => line.startsWith("::"));
    expect(annotations).toEqual([expect.stringMatching(/^::error file=src\/step\.ts,line=5,/)]);
    git(project, "revert", "--no-edit", "HEAD");
    expect(shell(project, check).code).toBe(0);
  });

  test("fifty edits that have nothing to do with it pass", { timeout: 900_000 }, () => {
    const project = repository();
    let text = FILES["src/step.ts"];
    for (let edit = 0; edit < 50; edit++) {
      text = unrelated(text, edit);
      commit(project, { "src/step.ts": text }, `Edit ${edit}`);
      // All edits stay in the text: what one of five had broken would be broken after the fifth.
      if (edit % 5 !== 4) continue;
      const { code, found } = project.check(["bench/sim.ts"]);
      expect([code, found.findings], `edits up to ${edit}\n${text}`).toEqual([0, []]);
    }
    expect(text.split("\n").length).toBeGreaterThan(50);
  });

  test("the action's script passes its inputs on as words, and never runs them", { timeout: 300_000 }, () => {
    const action = readFileSync(join(ROOT, "action.yml"), "utf8");
    const script = (/ run: \|\n([\s\S]*)$/.exec(action)?.[1] ?? "").replaceAll(/^ {8}/gm, "");
    expect(script).toContain("npx alloc-trace");
    const project = repository();
    const summary = join(project.folder, "summary.md");
    writeFileSync(summary, "# Before\n");
    const env = { SCRIPTS: "bench/*.ts", OPTIONS: "--ratchet", SARIF: "out.sarif", GITHUB_STEP_SUMMARY: summary };
    const clean = shell(project, script, env);
    expect(clean, clean.stderr).toMatchObject({ code: 0 });
    expect(readFileSync(summary, "utf8")).toMatch(/^# Before\n[\s\S]*alloc-trace/);
    expect(JSON.parse(readFileSync(join(project.folder, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that must not see it.
    const hostile = { ...env, SCRIPTS: "bench/$(touch${IFS}pwned).ts; touch pwned", SARIF: "" };
    expect(shell(project, script, hostile).code).toBe(2);
    expect(shell(project, "test -e pwned").code).toBe(1);
  });
});

/** Comments, blank lines, functions that nobody calls, names and statements that make nothing. */
function unrelated(text: string, edit: number): string {
  const lines = text.split("\n");
  switch (edit % 5) {
    case 0:
      lines.splice((edit * 7) % lines.length, 0, `// note ${edit}`);
      return lines.join("\n");
    case 1:
      lines.splice((edit * 11) % lines.length, 0, "");
      return lines.join("\n");
    case 2:
      return `export function unused${edit}(x: number): number {\n  return [x, ${edit}].length;\n}\n${text}`;
    case 3:
      return text.replace(/^ {2}return (sum\d*);$/m, "  $1 += 1 - 1;\n  return $1;");
    default:
      return text.replaceAll(/\bsum\d*\b/g, `sum${edit}`);
  }
}
