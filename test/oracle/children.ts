/** Child processes, a few at a time. */
import { execFile } from "node:child_process";

export interface Outcome {
  stdout: string;
  stderr: string;
  code: number;
}

export function runNode(
  args: string[],
  options: { cwd?: string; timeout?: number; node?: string } = {},
): Promise<Outcome> {
  const { cwd = process.cwd(), timeout = 30_000, node = process.execPath } = options;
  return new Promise((resolve) => {
    execFile(node, args, { cwd, timeout, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      resolve({ stdout, stderr, code });
    });
  });
}

/** Results in the order of the items, `width` in flight. */
export async function inParallel<T, R>(
  items: T[],
  width: number,
  job: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await job(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
