/** What the tracer says is needed is never below what proxies saw in use, and what it says was made is what they saw. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runNode } from "../oracle/children.js";
import { tracedByCli } from "../oracle/traced-cli.js";
import { proxied } from "./proxied.js";

const PROGRAMS = fileURLToPath(new URL("./programs/", import.meta.url));

/** Lines on which the tracer may say more than the proxies saw, and why. */
const LOOSE: Record<string, string> = {
  "ring.cjs:14": "a view of a block is alive as long as the block is",
  "bytes.cjs:19": "a view of a block is alive as long as the block is",
  "events.cjs:19": "what `emit` is given may be kept by a listener that has no probe: it escapes",
  "tree.cjs:16":
    "concat makes its result before it reads the other list; proxies see it when it is returned (the referee of counts says 5)",
};

describe.each(readdirSync(PROGRAMS))("%s", (name) => {
  it("needs at least what proxies saw in use", async () => {
    const path = PROGRAMS + name;
    const plain = await runNode([path], { timeout: 300_000 });
    const [seen, traced] = await Promise.all([
      proxied(readFileSync(path, "utf8")),
      tracedByCli(path, process.execPath),
    ]);
    expect(plain.code).toBe(0);
    expect({ stdout: seen.outcome.stdout, stderr: seen.outcome.stderr }).toEqual({ stdout: plain.stdout, stderr: "" });
    expect(traced.stdout).toBe(plain.stdout);
    const differing: string[] = [];
    for (const [line, { allocated, needed }] of seen.lines) {
      const ours = traced.lines.get(line) ?? { allocated: 0, needed: 0 };
      const place = `${name}:${line}`;
      if (ours.allocated !== allocated) differing.push(`${place} made ${allocated}, we say ${ours.allocated}`);
      else if (ours.needed < needed) differing.push(`${place} needs ${needed}, we say ${ours.needed}`);
      else if (ours.needed > needed && !(place in LOOSE))
        differing.push(`${place} needs ${needed}, we say ${ours.needed}: loose`);
    }
    expect(differing).toEqual([]);
    expect(seen.lines.size).toBeGreaterThan(2);
  }, 600_000);
});
