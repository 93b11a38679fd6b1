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
  // Where there is a list of certificates, every Node reads it when it starts, which takes half of the time of a small
  // program; the tests start thousands, and of those npm alone asks anything of the network.
  const { NODE_EXTRA_CA_CERTS: certificates, npm_config_cafile: given } = process.env;
  if (certificates === undefined) return;
  process.env.npm_config_cafile = given ?? certificates;
  delete process.env.NODE_EXTRA_CA_CERTS;
}
