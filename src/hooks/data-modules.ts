/**
 * Modules whose text is their URL (`data:text/javascript,…`). Their path in traces is a label, as long as a name may be and
 * the same in every run.
 */
import { fileURLToPath } from "node:url";
import { fingerprint } from "./fingerprint.js";

const SCHEME = "data:";
const DIGITS = 8;

export function isData(url: string): boolean {
  return url.startsWith(SCHEME);
}

export function isTraceable(url: string): boolean {
  return url.startsWith("file:") || isData(url);
}

/** Of a module's URL; throws for a `file:` one that names no path. */
export function pathOfUrl(url: string): string {
  return isData(url) ? `${SCHEME}text/javascript#${fingerprint(url).slice(0, DIGITS)}` : fileURLToPath(url);
}
