import type { Diagnostic } from "./diagnostic.ts";

/**
 * The tool could not do its work (a file missing, a disk full, a word on the command line not
 * known). Thrown anywhere, caught once in `cli/main.ts`, worded like any diagnostic.
 */
export class Failure extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: 2 | 3;

  constructor(diagnostics: readonly Diagnostic[], exitCode: 2 | 3) {
    super(diagnostics.map((diagnostic) => diagnostic.code).join(" "));
    this.name = "Failure";
    this.diagnostics = diagnostics;
    this.exitCode = exitCode;
  }
}
