/** A generated file: its path from the project's root, its text, and whether git keeps it. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  readonly kept: boolean;
}
