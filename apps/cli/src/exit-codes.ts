/** What the exit code of every command means. */
export const exitCodes = {
  /** All of it is done. */
  done: 0,
  /** Something was refused, is wrong or could not be reached; what, stands on standard output or error. */
  refused: 1,
  /** The command line itself is wrong. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
