/** Flags of Node under which the tracer cannot do its work: said before the script starts, not by a stack of ours in it. */
import { UserError } from "./user-error.js";

/** What the tracer needs: it reads sources, writes its trace, and parses with an addon. */
const NEEDED = ["--allow-fs-read=*", "--allow-fs-write=*", "--allow-addons"] as const;

/** `flags` are all that Node will get, NODE_OPTIONS among them. */
export function checkFlags(flags: readonly string[], node: string): void {
  if (flags.some((flag) => flag === "--permission" || flag === "--experimental-permission")) {
    const missing = NEEDED.filter((needed) => !flags.includes(needed));
    if (missing.length > 0) {
      throw new UserError(
        `the permission model keeps the tracer from its work without ${missing.join(", ")}`,
        "allow these (--allow-worker as well, for figures after a sudden end), or leave --permission out",
      );
    }
  }
  if (flags.includes("--frozen-intrinsics") && Number.parseInt(node, 10) < 22) {
    throw new UserError(
      "--frozen-intrinsics keeps the tracer from its work on Node 20",
      "leave it out, or take Node 22.15 or later",
    );
  }
}
