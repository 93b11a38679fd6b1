/** Finds and reads `alloc-trace.config.*` or the `alloc-trace` key of a package.json, from the working directory up. */
import { realpathSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { lilconfigSync } from "lilconfig";
import { homeFolder } from "../session/index.js";
import { CONFIG_KEYS } from "./config-keys.js";
import { jsonFault } from "./json-fault.js";
import { quote } from "./quote.js";
import { type Settings, STDOUT } from "./settings.js";
import { UserError } from "./user-error.js";
import { isFile, Misfit } from "./values.js";

const NAME = "alloc-trace";
const SCRIPT_TYPES = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"] as const;

export interface Config {
  /** Absolute path of the file that was read, null when there is none. */
  file: string | null;
  settings: Partial<Settings>;
}

export async function loadConfig(cwd: string): Promise<Config> {
  const shown = (file: string): string => quote(relative(cwd, file) || file);
  // Looked for synchronously, which is quicker than going through the thread pool name by name; the one file that is
  // code is a promise until it is awaited below.
  const search = withHome(() =>
    lilconfigSync(NAME, {
      stopDir: rootOf(cwd),
      cache: false,
      searchPlaces: ["package.json", ...SCRIPT_TYPES.map((type) => `${NAME}.config${type}`), `${NAME}.config.json`],
      loaders: {
        ...Object.fromEntries(SCRIPT_TYPES.map((type) => [type, (file: string) => importDefault(file, shown(file))])),
        ".json": (file, content) => parseJson(file, content, shown(file)),
      },
    }),
  );
  const found = search.search(cwd);
  if (!found) return { file: null, settings: {} };
  const settings = await readSettings(await found.config, shown(found.filepath));
  return { file: found.filepath, settings: fromFolder(settings, dirname(found.filepath), cwd) };
}

/** lilconfig asks for the home folder though it is told where to stop, and Node throws for a user who has none. */
function withHome<Result>(work: () => Result): Result {
  if (homeFolder() !== null) return work();
  const { HOME } = process.env;
  process.env.HOME = sep;
  try {
    return work();
  } finally {
    if (HOME === undefined) delete process.env.HOME;
    else process.env.HOME = HOME;
  }
}

/** lilconfig stops at the home folder by default, which would miss a project beside it. */
function rootOf(cwd: string): string {
  let folder = cwd;
  while (dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function parseJson(file: string, content: string, shown: string): unknown {
  const isPackage = basename(file) === "package.json";
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    return isPackage && (typeof value !== "object" || value === null) ? {} : value;
  } catch (error) {
    // A package.json that cannot be parsed is Node's to complain about, if the script needs it at all.
    if (isPackage) return {};
    throw new UserError(`the configuration ${shown} is not JSON${jsonFault(error, content)}`, "mend that line");
  }
}

async function importDefault(file: string, shown: string): Promise<unknown> {
  try {
    const { importConfig } = await import("./config-module.js");
    // Node reports an import by its real path; asking for that one keeps a linked folder from loading twice.
    const loaded = await importConfig(realpathSync(file));
    if (loaded === undefined) {
      throw new UserError(`the configuration ${shown} exports nothing`, "end it with export default { … }");
    }
    return loaded;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the configuration ${shown} could not be loaded: ${messageOf(error)}`, "mend it or remove it");
  }
}

/** Checks every key and value; the first that does not fit is an error with the file and the key. */
async function readSettings(raw: unknown, shown: string): Promise<Partial<Settings>> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw new UserError(`the configuration ${shown} is not an object`, 'write it as { "top": 20 }');
  }
  const settings: Partial<Settings> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (!isKey(key)) throw await unknownKey(key, shown);
    if (value !== undefined) Object.assign(settings, { [key]: readKey(key, value, shown) });
  }
  return settings;
}

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(CONFIG_KEYS, key);
}

function readKey(key: keyof Settings, value: unknown, shown: string): unknown {
  try {
    return CONFIG_KEYS[key](value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new UserError(`${quote(key)} in ${shown} must be ${error.wanted}`, `it is ${printed(value)}`);
  }
}

async function unknownKey(key: string, shown: string): Promise<UserError> {
  const { didYouMean } = await import("./suggestion.js");
  const known = Object.keys(CONFIG_KEYS);
  return new UserError(
    `unknown key ${quote(key)} in ${shown}`,
    didYouMean(key, known) || `known are ${known.join(", ")}`,
  );
}

/** Names in a configuration are relative to its own folder; the rest of the program knows the working directory. */
function fromFolder(settings: Partial<Settings>, folder: string, cwd: string): Partial<Settings> {
  const prefix = relative(cwd, folder).split(sep).join("/");
  const rebase = (pattern: string): string => (prefix === "" ? pattern : `${prefix}/${pattern}`);
  const moved = { ...settings };
  if (moved.include) moved.include = moved.include.map(rebase);
  if (moved.exclude) moved.exclude = moved.exclude.map(rebase);
  if (moved.wrap) {
    moved.wrap = moved.wrap.map(({ module, name }) => ({
      module: isFile(module) ? resolve(folder, module) : module,
      name,
    }));
  }
  if (moved.output) moved.output = resolve(folder, moved.output);
  if (moved.format) {
    moved.format = moved.format.map(({ format, file }) => ({
      format,
      file: file === null ? null : resolve(folder, file),
    }));
  }
  if (moved.scripts) moved.scripts = moved.scripts.map((entry) => ({ ...entry, glob: rebase(entry.glob) }));
  if (moved.budgets) {
    moved.budgets = moved.budgets.map(({ glob, law }) => ({ glob: glob === null ? null : rebase(glob), law }));
  }
  if (moved.tolerance) moved.tolerance = moved.tolerance.map((rule) => ({ ...rule, glob: rebase(rule.glob) }));
  if (moved.baseline) moved.baseline = resolve(folder, moved.baseline);
  if (moved.json && moved.json !== STDOUT) moved.json = resolve(folder, moved.json);
  return moved;
}

function printed(value: unknown): string {
  const json = JSON.stringify(value) ?? typeof value;
  return quote(json.length > 60 ? `${json.slice(0, 60)}…` : json).slice(1, -1);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return quote(message.replaceAll(/\s*\n\s*/g, " ")).slice(1, -1);
}
