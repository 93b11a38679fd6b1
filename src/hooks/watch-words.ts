/** What the threads of a process and its watcher say to one another: plain data, shared or copied. */
import type { Core } from "../runtime/core.js";
import type { SessionOptions } from "../trace/session.js";

/** Words of {@link ProcessShare.control}. */
/** Changes when the watcher is to look at once. */
export const WAKE = 0;
/** How often everything was asked to be written, and the last of these that was done. */
export const ASKED = 1;
export const DONE = 2;
/** Threads of ours that this process has started: the program's own numbers are smaller by as many. */
export const OURS = 4;
/** 1 while a live line may be shown. */
export const LIVE = 6;
/** 1 while one stands on the terminal. */
export const LINE_SHOWN = 7;
/** 1 when the program's own output has ended its last line. */
export const LINE_START = 8;
/** Traced threads that were ever shown to the watcher. */
export const SHOWN = 5;

/** Words of {@link ThreadShare.ending}. */
/** 1 once the thread has written its trace by itself. */
export const FINAL = 0;
/** 1 while a trace of this thread is being put in place, by whomever. */
export const WRITING = 1;
/** 1 once the thread is known to be no more. */
export const GONE = 2;

/** What all traced threads of a process have. */
export interface ProcessShare {
  folder: string;
  options: SessionOptions;
  /** Begins the names of this process's traces; no two processes of a session have the same. */
  name: string;
  control: Int32Array;
  /** Buffers that are under way from one thread to another, see `follow-messages.ts`. */
  moved: Int32Array;
  /** Name of the channel by which a thread makes itself known to the watcher. */
  channel: string;
}

/** What the watcher is given of each traced thread. */
export interface ThreadShare {
  /** Names its trace. */
  thread: number;
  /** What the program knows it by. */
  number: number;
  script: string | null;
  core: Omit<Core, "shared" | "settle" | "handOver" | "alone" | "full">;
  journals: SharedArrayBuffer[];
  ending: Int32Array;
}
