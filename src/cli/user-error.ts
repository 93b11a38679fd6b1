/** The exit codes of the program; `run` itself ends with the script's own code. */
export const EXIT = {
  clean: 0,
  regression: 1,
  usage: 2,
  script: 3,
  internal: 70,
} as const;

/**
 * Something that a person can mend: what is wrong and where in `message`, how to mend it in `mend`.
 *
 * Whatever else is thrown is an internal error: it keeps its stack and ends the program with 70.
 */
export class UserError extends Error {
  override name = "UserError";
  readonly mend: string;
  readonly exitCode: number;

  constructor(message: string, mend: string, exitCode: number = EXIT.usage) {
    super(message);
    this.mend = mend;
    this.exitCode = exitCode;
  }
}
