/** Reads a saved JSON report, of which nothing is believed before the schema has seen it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { REPORT_VERSION, type Report } from "../report/report.js";
import { jsonFault } from "./json-fault.js";
import { quote } from "./quote.js";
import { readText } from "./text-file.js";
import { UserError } from "./user-error.js";

const STDIN = "-";
const AGAIN = "make it again with alloc-trace --json=FILE script";

/**
 * @param name as typed, relative to `cwd`; `-` for stdin
 * @throws UserError with the file, the place in it and the mend
 */
export async function readReport(name: string, cwd: string): Promise<{ report: Report; path: string }> {
  const path = name === STDIN ? "/dev/stdin" : resolve(cwd, name);
  const shown = `the report ${name === STDIN ? "on stdin" : quote(name)}`;
  const text = readText(name === STDIN ? 0 : path, shown, AGAIN);
  if (text.trim() === "") throw new UserError(`${shown} is empty`, AGAIN);
  return { report: parseReport(text, shown), path };
}

/** @param shown `the report "a.json"`, for sentences */
export function parseReport(text: string, shown: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(
      `${shown} is not JSON${jsonFault(error, text)}`,
      `${cut(text) ? "it was cut short; " : ""}${AGAIN}`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("version" in value)) {
    throw new UserError(`${shown} is JSON, but no report of alloc-trace: it has no "version"`, AGAIN);
  }
  const { version } = value;
  if (typeof version === "number" && version > REPORT_VERSION) {
    throw new UserError(
      `${shown} has version ${version}, and this alloc-trace knows versions up to ${REPORT_VERSION}`,
      "update alloc-trace: npm install alloc-trace@latest",
    );
  }
  const fits = validator();
  if (!fits(value)) throw new UserError(`${shown} is no report of alloc-trace: ${faultOf(fits.errors)}`, AGAIN);
  return value;
}

let compiled: ValidateFunction<Report> | undefined;

function validator(): ValidateFunction<Report> {
  if (compiled) return compiled;
  const schema: unknown = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
  compiled = new Ajv2020({ strict: false }).compile<Report>(schema as object);
  return compiled;
}

function faultOf(errors: readonly ErrorObject[] | null | undefined): string {
  const [first] = errors ?? [];
  if (first === undefined) return "it does not fit the schema";
  const where = first.instancePath === "" ? "the whole" : quote(first.instancePath.slice(0, 200));
  const allowed: unknown = first.params.allowedValues ?? first.params.allowedValue;
  return `${where} ${first.message ?? "does not fit"}${allowed === undefined ? "" : ` (${JSON.stringify(allowed)})`}`;
}

/** Whole JSON of ours ends with a brace. */
function cut(text: string): boolean {
  return /^\s*\{/.test(text) && !text.trimEnd().endsWith("}");
}
