/** Attaches to a run without probes: TypeScript is compiled and positions are the author's, as in a traced run. */
import { isMainThread } from "node:worker_threads";
import type { SessionOptions } from "../trace/session.js";
import { atEnd } from "./ending.js";
import { installFatal } from "./fatal.js";
import { loading } from "./loading.js";
import { isOurs } from "./ours.js";
import type { Positions } from "./positions.js";

export interface PlainRun {
  positions: Positions;
  /** Whether a script is a file of ours. */
  isOurs(script: string): boolean;
}

/** `last` is called once, when the thread ends. */
export function attachPlain(options: SessionOptions, last: (run: PlainRun) => void): void {
  const { positions, refresh, install } = loading({ ...options, plain: true });
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    refresh();
    last({ positions, isOurs });
  };
  installFatal(positions, isMainThread, end);
  install(null);
  atEnd({ last: end, handles: () => undefined });
}
