/** A small project under the gate, on disk, and what `check` says of it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { Findings } from "../../src/report/finding.js";
import { allocTrace, type Ran, temporaryFolder } from "../program.js";
import { schemaErrors, strictSchema } from "../strict-schema.js";

/** Every finding that a test sees is held against it. */
let schema: ReturnType<typeof strictSchema> | undefined;

export type Files = Record<string, string>;

export class Project {
  readonly folder = temporaryFolder();

  constructor(files: Files) {
    this.write({ "package.json": '{ "type": "module" }\n', ...files });
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  run(words: readonly string[], env: Record<string, string> = {}): Ran {
    return allocTrace(words, { cwd: this.folder, env });
  }

  /** `check --json`; throws what it printed when that is no JSON. */
  check(words: readonly string[], env: Record<string, string> = {}): { code: number | null; found: Findings } {
    const ran = this.run(["check", "--json", "--quiet", ...words], env);
    try {
      const found = JSON.parse(ran.stdout) as Findings;
      schema ??= strictSchema("findings");
      expect(schemaErrors(schema, found)).toBe("");
      return { code: ran.code, found };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new Error(`code ${ran.code}\n${ran.stdout}\n${ran.stderr}`);
    }
  }
}

/** `alloc-new src/world.js:12`, sorted. */
export function places({ findings }: Findings): string[] {
  return findings.map(({ rule, file, region }) => `${rule} ${file}${region === null ? "" : `:${region.line}`}`).sort();
}
