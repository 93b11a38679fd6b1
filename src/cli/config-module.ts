/** Imports a configuration that is code. TypeScript has its types taken out first, the same way on every Node. */
import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { importFile } from "./import-file.js";

export async function importConfig(file: string): Promise<unknown> {
  const load = async (path: string): Promise<unknown> =>
    ((await importFile(pathToFileURL(path).href)) as { default?: unknown }).default;
  if (!/\.[mc]?ts$/.test(file)) return load(file);

  const { transformSync } = (await importFile("oxc-transform")) as typeof import("oxc-transform");
  const { code, errors } = transformSync(basename(file), await readFile(file, "utf8"), {
    // An import that is only used as a type must not be loaded.
    typescript: { onlyRemoveTypeImports: false },
  });
  const first = errors[0];
  if (first) throw new SyntaxError(first.message);

  // Beside the original, so that its own imports resolve as written.
  const type = file.endsWith(".cts") ? "cjs" : "mjs";
  const plain = join(dirname(file), `.${basename(file)}.${process.pid}.${randomBytes(4).toString("hex")}.${type}`);
  try {
    await writeFile(plain, code, { flag: "wx", mode: 0o600 });
    return await load(plain);
  } finally {
    await rm(plain, { force: true });
  }
}
