/**
 * Counts and lifetimes against the referee's: every written program on every Node, and generated ones, which the Nodes share
 * but for the one that runs the tests. Programs run on threads; `modes/` has them through the command line, and
 * `npm run truth` all of them on all Nodes.
 *
 * Allocated is equal on every line, needed is never below, output and errors are plain Node's; what differs stands in
 * the table of exceptions, and what stands there must still differ.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { type Agreement, describeAll, equalShare, ofCorpusQuickly, ofGeneratedShared } from "./agreement.js";
import { EXCEPTIONS } from "./exceptions.js";

const GENERATED = { count: 300, seed: 20 };
const MINUTES = 60_000;

describe.each(testedNodes())("written programs on Node $version", ({ path, version }) => {
  let agreement: Agreement;

  beforeAll(async () => {
    agreement = await ofCorpusQuickly(path, version.replace("v", ""));
  }, 20 * MINUTES);

  it("are more than a hundred", () => {
    expect(agreement.programs).toBeGreaterThan(100);
  });

  it("agree with the referee and plain Node on every line that is no exception", () => {
    const listed = new Set(EXCEPTIONS.map(({ at, kind }) => `${at} ${kind}`));
    const rest = agreement.disagreements.filter((each) => !listed.has(`${each.program}:${each.line} ${each.kind}`));
    expect(describeAll(rest)).toEqual([]);
  });

  it.each(EXCEPTIONS)("still differ at $at ($kind): $reason", ({ at, kind, expected, actual }) => {
    const found = agreement.disagreements.filter((each) => `${each.program}:${each.line}` === at);
    expect(found.map((each) => [each.kind, Number(each.expected), Number(each.actual)])).toEqual([
      [kind, expected, actual],
    ]);
  });
});

describe(`${GENERATED.count} generated programs (compare.ts --generated ${GENERATED.count} --seed ${GENERATED.seed})`, () => {
  const nodes = testedNodes();
  let agreements: Agreement[];

  beforeAll(async () => {
    agreements = await ofGeneratedShared(
      nodes.map(({ path }) => path),
      GENERATED.count,
      GENERATED.seed,
    );
  }, 20 * MINUTES);

  describe.each(nodes.map(({ version }, i) => ({ version, i })))("on Node $version", ({ i }) => {
    it("make exactly the arrays that the specification makes, and behave as they do untraced", () => {
      const { disagreements } = agreements[i] as Agreement;
      const wrong = disagreements.filter(({ kind }) => kind === "allocated" || kind === "behaviour");
      expect(describeAll(wrong)).toEqual([]);
    });

    it("never need more than we say", () => {
      const { disagreements } = agreements[i] as Agreement;
      expect(describeAll(disagreements.filter(({ kind }) => kind === "violation"))).toEqual([]);
    });

    it("never have more arrays that die before the next one is made than the referee finds", () => {
      const { disagreements } = agreements[i] as Agreement;
      expect(describeAll(disagreements.filter(({ kind }) => kind === "temporary"))).toEqual([]);
    });

    it("need what we say on 98 lines of 100", () => {
      const agreement = agreements[i] as Agreement;
      expect(agreement.lines).toBeGreaterThan(i === 0 ? 4000 : 200);
      expect(equalShare(agreement)).toBeGreaterThanOrEqual(0.98);
    });
  });
});
