/** What a file's name says about the language in it and about the module system that it is written for. */
import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { InstrumentInput } from "../instrument/contract.js";
import { iteratingByItself } from "./own-iteration.js";

export type Language = InstrumentInput["lang"];
/** `either`: no extension and no `type` decides; as in Node, whatever compiles as CommonJS is CommonJS. */
export type Goal = "module" | "commonjs" | "either";

const EXTENSION = /\.[^./\\]+$/;

/** Null for what is data or machine code and never reaches the instrumenter. */
export const languageOf = iteratingByItself((path: string): Language | null => {
  switch (EXTENSION.exec(path)?.[0]) {
    case ".ts":
    case ".mts":
    case ".cts":
      return "ts";
    case ".tsx":
      return "tsx";
    case ".jsx":
      return "jsx";
    case ".json":
    case ".node":
    case ".wasm":
      return null;
    // Whatever else Node is willing to compile (no extension, `.foo` in `require`) it compiles as JavaScript.
    default:
      return "js";
  }
});

/** The goal that the name and the nearest `package.json` ask for. */
export const goalOf = iteratingByItself((path: string): Goal => {
  const extension = EXTENSION.exec(path)?.[0];
  if (extension === ".mjs" || extension === ".mts") return "module";
  if (extension === ".cjs" || extension === ".cts") return "commonjs";
  return packageType(dirname(path)) ?? "either";
});

/** The package that a file under `node_modules` belongs to, null for the user's own code. */
export function dependencyOf(path: string): string | null {
  const marker = `${sep}node_modules${sep}`;
  const at = path.lastIndexOf(marker);
  if (at < 0) return null;
  const names = path.slice(at + marker.length).split(sep);
  const first = names[0] ?? "";
  return first.startsWith("@") ? `${first}/${names[1] ?? ""}` : first;
}

const types = new Map<string, "module" | "commonjs" | null>();

/** `type` of the package scope that holds `folder`: https://nodejs.org/api/packages.html#type */
function packageType(folder: string): "module" | "commonjs" | null {
  const known = types.get(folder);
  if (known !== undefined) return known;
  const found = ownPackageType(folder);
  const parent = dirname(folder);
  const ends = parent === folder || folder.endsWith(`${sep}node_modules`);
  const type = found === undefined ? (ends ? null : packageType(parent)) : found;
  types.set(folder, type);
  return type;
}

/** Undefined where there is no readable `package.json`. */
function ownPackageType(folder: string): "module" | "commonjs" | null | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, "package.json"), "utf8");
  } catch {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    const type = typeof parsed === "object" && parsed !== null && "type" in parsed ? parsed.type : null;
    return type === "module" || type === "commonjs" ? type : null;
  } catch {
    // Node itself reports a package.json that cannot be parsed.
    return null;
  }
}
