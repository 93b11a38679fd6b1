/** Paths as the report gives them. Written out, and not taken from `node:path`, so that it runs wherever traces do. */

/**
 * `path` relative to `cwd`, with `/`: `src/sim.ts`, or `../other/sim.ts` for a file outside. Labels after a path
 * (`#eval:12:3`) stay. A path that is not absolute, or lies on another drive, has no relative form and is given back.
 */
export function reportPath(path: string, cwd: string): string {
  const target = path.replaceAll("\\", "/");
  const from = cwd.replaceAll("\\", "/");
  if (!isAbsolute(target) || !isAbsolute(from)) return target;
  const targetParts = target.split("/");
  const fromParts = from.split("/").filter((part, index) => part !== "" || index === 0);
  if (targetParts[0] !== fromParts[0]) return target;
  let shared = 0;
  while (shared < fromParts.length && shared < targetParts.length - 1 && fromParts[shared] === targetParts[shared]) {
    shared++;
  }
  return "../".repeat(fromParts.length - shared) + targetParts.slice(shared).join("/");
}

/** A reason given by the tracer, with the working directory taken out of any path in it. */
export function reportReason(why: string, cwd: string): string {
  const folder = cwd.replace(/[\\/]+$/, "");
  if (folder === "") return why;
  return why.replaceAll(`${folder}/`, "").replaceAll(`${folder}\\`, "");
}

function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
