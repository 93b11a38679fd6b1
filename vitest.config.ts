import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take minutes begin first: whoever runs the last of them has the machine half idle. Vitest goes by file size. */
const LONGEST = [
  "conformance/conformance",
  "fixtures/real",
  "hooks/same-as-node",
  "conformance/modes",
  "fidelity/packages",
  "cli/check",
  "package/pack",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.includes(`/test/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/subjects/**"],
    globalSetup: ["test/setup.ts"],
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // Most tests start child processes and wait for them: one file more than a small machine has cores keeps it busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
