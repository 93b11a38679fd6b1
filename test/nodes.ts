/**
 * The Nodes that tests of loading and counting run on: the one that runs the tests, and those in ALLOC_TRACE_NODES
 * (paths of binaries, separated as PATH is), which `.ci/run` fills in.
 */
import { execFileSync } from "node:child_process";
import { delimiter } from "node:path";

export interface TestedNode {
  version: string;
  path: string;
}

export function testedNodes(): TestedNode[] {
  const others = (process.env.ALLOC_TRACE_NODES ?? "").split(delimiter).filter((path) => path !== "");
  return [process.execPath, ...others].map((path) => ({
    path,
    version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim(),
  }));
}

/**
 * The oldest and the newest of them, for what takes long and differs between Nodes by how modules are hooked, if at all.
 */
export function outermostNodes(): TestedNode[] {
  const all = testedNodes();
  return all.length > 2 ? [all[0] as TestedNode, all[all.length - 1] as TestedNode] : all;
}
