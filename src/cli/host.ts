/** A stream that may be a terminal. */
export interface Outlet extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The part of `process` that the program needs, so that a test can hand in its own. */
export interface Host extends Pick<NodeJS.Process, "argv" | "env" | "execArgv" | "execPath" | "cwd" | "on" | "off"> {
  readonly stdout: Outlet;
  readonly stderr: Outlet;
}

/** How the program ends: with a code, or by the signal that ended the script. */
export type Ending = { code: number } | { signal: NodeJS.Signals };
