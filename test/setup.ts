/** Before the tests: the program must be built, and the packages that tests run on must be there. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export default function setup(): void {
  if (!existsSync(new URL("../dist/cli/main.js", import.meta.url))) {
    throw new Error("the tests run the built program: npm run build first (npm test does both)");
  }
  const install = fileURLToPath(new URL("./subjects/install.mjs", import.meta.url));
  execFileSync(process.execPath, [install], { stdio: ["ignore", "ignore", "inherit"] });
}
