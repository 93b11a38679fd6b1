/** The part of `process` that the program needs, so that a test can hand in its own. */
export type Host = Pick<
  NodeJS.Process,
  "argv" | "env" | "execArgv" | "execPath" | "cwd" | "on" | "off" | "stderr" | "stdout"
>;

/** How the program ends: with a code, or by the signal that ended the script. */
export type Ending = { code: number } | { signal: NodeJS.Signals };
