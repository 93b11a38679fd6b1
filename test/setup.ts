/** Before the tests: the program must be built, and the packages that tests run on must be there. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const subjects = fileURLToPath(new URL("./subjects", import.meta.url));

export default function setup(): void {
  if (!existsSync(`${root}dist/cli/main.js`)) {
    throw new Error("the tests run the built program: npm run build first (npm test does both)");
  }
  if (!subjectsAreInstalled()) {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["ci", "--no-audit", "--no-fund"], { cwd: subjects, stdio: ["ignore", "ignore", "inherit"] });
  }
  // Fixtures are a user's own code, so they name packages as a user does: `import { Matrix } from "ml-matrix"`.
  if (existsSync(`${root}fixtures`) && !existsSync(`${root}fixtures/node_modules`)) {
    symlinkSync(`${subjects}/node_modules`, `${root}fixtures/node_modules`, "junction");
  }
}

interface Lock {
  packages: Record<string, { version?: string; optional?: boolean }>;
}

/** npm writes down what it has installed, and does so last: a broken or an older installation is made again. */
function subjectsAreInstalled(): boolean {
  const record = `${subjects}/node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const installed = readLock(record).packages;
  const wanted = Object.entries(readLock(`${subjects}/package-lock.json`).packages).filter(([path]) => path !== "");
  return wanted.every(([path, { version, optional }]) => optional || installed[path]?.version === version);
}

function readLock(path: string): Lock {
  return JSON.parse(readFileSync(path, "utf8")) as Lock;
}
