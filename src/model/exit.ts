/** What the tool's exit means; the same in every command and for every format. */
export const EXIT = {
  /** All well. */
  ok: 0,
  /** Findings at or above the gate. */
  findings: 1,
  /** Wrong use of the command. */
  usage: 2,
  /** Input that could not be read or is not valid. */
  input: 3,
  /** A defect of ours. */
  defect: 70,
} as const;
