/** Scripts that give real packages real work (`fixtures/real`), run by plain Node and by the built program. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allocTrace, plainNode, type Ran } from "../program.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Strips types, so that a Node without that runs the scripts that have some. */
const STRIP = "./test/oracle/register.mjs";

export const SCRIPTS = readdirSync(join(ROOT, "fixtures/real"))
  .filter((name) => /\.([cm]js|ts)$/.test(name))
  .sort();

/** `node:test` prints how long each test took. */
export function withoutTimes(ran: Ran): Ran {
  return { ...ran, stdout: ran.stdout.replace(/duration_ms:? [\d.e-]+|\([\d.]+ms\)/g, "") };
}

export function plainRun(script: string, node: string): Ran {
  const types = script.endsWith(".ts") ? ["--import", STRIP] : [];
  return withoutTimes(plainNode([...types, `fixtures/real/${script}`], { cwd: ROOT, node }));
}

export function tracedRun(script: string, node: string): Ran {
  return withoutTimes(allocTrace(["-q", `fixtures/real/${script}`], { cwd: ROOT, node }));
}

/** What a script prints, in twelve hex digits. */
export function hashOf({ stdout }: Ran): string {
  return createHash("sha256").update(stdout).digest("hex").slice(0, 12);
}

/** `name version` of the packages that the script names. */
export function packagesOf(script: string): string[] {
  const subjects = join(ROOT, "test/subjects");
  const { dependencies } = JSON.parse(readFileSync(join(subjects, "package.json"), "utf8")) as {
    dependencies: { [name: string]: string };
  };
  const text = readFileSync(join(ROOT, "fixtures/real", script), "utf8");
  const named = [...text.matchAll(/(?:from|require\(|resolve\(|import)\s*["'`]((?:@[\w.-]+\/)?[\w.-]+)/g)];
  const names = new Set(named.map(([, name = ""]) => name).filter((name) => name in dependencies));
  return [...names].sort().map((name) => {
    const path = join(subjects, "node_modules", name, "package.json");
    const found = JSON.parse(readFileSync(path, "utf8")) as { name: string; version: string };
    return `${found.name} ${found.version}`;
  });
}
