/**
 * Installs the packages that tests and fixtures run on, where they are missing: `npm run subjects`.
 *
 * They live in a package of their own, so that `npm ci` of the project stays small. The scripts in `fixtures/` name
 * them as a user does (`import { Matrix } from "ml-matrix"`), so that folder gets a link to them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

const subjects = fileURLToPath(new URL(".", import.meta.url));
const link = fileURLToPath(new URL("../../fixtures/node_modules", import.meta.url));

/** npm writes the hidden lock file last, so a broken installation, or one from an older list, is made again. */
function isInstalled() {
  const installed = `${subjects}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(`${subjects}package-lock.json`, "utf8"));
  const { packages: found } = JSON.parse(readFileSync(installed, "utf8"));
  return Object.entries(wanted).every(
    // Optional ones are for other platforms.
    ([path, entry]) => path === "" || entry.optional || found[path]?.version === entry.version,
  );
}

if (!isInstalled()) {
  // On Windows npm is a script, which only a shell starts.
  const options = { cwd: subjects, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" };
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], options);
}
if (!existsSync(link)) {
  // A link whose target has gone does not exist, and is in the way.
  rmSync(link, { force: true });
  symlinkSync("../test/subjects/node_modules", link, "junction");
}
