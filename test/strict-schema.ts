/** The shipped schemas, closed: a name that the schema does not know is an error, so that type and schema cannot drift. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

export function strictSchema(name: "findings" | "report" | "trace"): ValidateFunction {
  const path = new URL(`../schema/${name}.schema.json`, import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(path, "utf8"));
  close(schema);
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema as object);
}

/** The first few errors in words, or an empty string. */
export function schemaErrors(validate: ValidateFunction, value: unknown): string {
  if (validate(value)) return "";
  return (validate.errors ?? [])
    .slice(0, 5)
    .map((error) => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`)
    .join("\n");
}

function close(schema: unknown): void {
  if (typeof schema !== "object" || schema === null) return;
  if ("properties" in schema && !("additionalProperties" in schema)) {
    Object.assign(schema, { additionalProperties: false });
  }
  for (const part of Object.values(schema)) close(part);
}
