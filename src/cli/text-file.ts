/** Reads a text file that a person named, and says in a sentence why it cannot be read. */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { UserError } from "./user-error.js";

/** Beyond this a string could not hold it, nor a machine what it becomes. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * UTF-8, without a byte order mark.
 *
 * @param file absolute path, or a descriptor
 * @param shown `the report "a.json"`, for the sentence
 * @param mend what to do when it is missing
 */
export function readText(file: string | number, shown: string, mend: string): string {
  let bytes: Buffer;
  try {
    bytes = readBytes(file, shown);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new UserError(`${shown} does not exist`, `check its name, or ${mend}`);
    throw new UserError(`${shown} cannot be read (${code})`, "check its rights, or name another file");
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UserError(`${shown} is UTF-16, as a shell's > may write it`, mend);
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new UserError(`${shown} is compressed`, "gunzip it first");
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function readBytes(file: string | number, shown: string): Buffer {
  const descriptor = typeof file === "number" ? file : openSync(file, "r");
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new UserError(`${shown} is a folder`, "name a file in it");
    if (stat.isFile() && stat.size > MOST_BYTES) {
      throw new UserError(`${shown} is larger than 256 MB`, "trace less at once: --include, --deps none");
    }
    return readFileSync(descriptor);
  } finally {
    if (typeof file === "string") closeSync(descriptor);
  }
}
