/** Whatever ends a run: the exit code is the script's, the report comes, and nothing that was counted is lost. */
import { describe, expect, test } from "vitest";
import { ENDS } from "./ends.js";
import { runEnd } from "./run-end.js";

describe.skipIf(process.platform === "win32")("a run that ends by", () => {
  test.each(ENDS)("$name", { timeout: 120_000 }, async (end) => {
    const { plainCode, code, reported, missing, stderr } = await runEnd(end);
    expect({ code, reported }, stderr).toEqual({ code: plainCode, reported: true });
    if (end.lost) expect(stderr.replaceAll(/\s+/g, " ")).toMatch(end.lost);
    else expect(missing, stderr).toBe(0);
  });
});
