/** Our own files inside the traced process: they are never traced, and no stack trace shows them. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** Our `dist` folder, with a slash at its end: as a path and as a URL. */
export const OWN_URL = new URL("../", import.meta.url).href;
export const OWN_PATH = fileURLToPath(OWN_URL);

let depth = 0;

/** True while one of our own modules, or something it needs, is being loaded. */
export function loadingOurs(): boolean {
  return depth > 0;
}

/**
 * Loads one of our modules in the middle of somebody else's `require` or `import`, which must not wait. The caller names
 * the type: nothing here can know it.
 */
export function loadOurs<Module>(relative: string): Module {
  const before = new Set(Object.keys(require.cache));
  depth++;
  try {
    return require(relative) as Module;
  } finally {
    depth--;
    // `require` of an ES module leaves an entry that the program could see.
    for (const key of Object.keys(require.cache)) if (!before.has(key)) delete require.cache[key];
  }
}

export function isOurs(file: string): boolean {
  return file.startsWith(OWN_URL) || file.startsWith(OWN_PATH);
}
