/** Where a file stands in the repository: what annotations and code scanning call it. */

/**
 * @param prefix of the working directory in the repository, `packages/sim/` or empty
 * @returns with `/`, without `.` and `..` where they can be resolved; outside of the repository it still begins with `../`
 */
export function repositoryPath(path: string, prefix: string): string {
  if (path.startsWith("/") || /^[A-Za-z]:\//.test(path)) return path;
  const parts: string[] = [];
  for (const part of `${prefix}${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** A file's name alone: text compiled by `eval` is named after the place that compiled it (`src/a.js#eval:12:3`). */
export function fileOf(path: string): { path: string; line: number | null } {
  const label = /^(.+?)#[^#/]*?:(\d+):\d+$/s.exec(path);
  return label === null ? { path, line: null } : { path: label[1] ?? path, line: Number(label[2]) };
}
