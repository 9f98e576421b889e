import type { Level } from "./criterion.ts";
import type { ValueKind } from "./shape.ts";

/** What is said of a fact that conditions may name. */
export interface FactSheet {
  readonly name: string;
  readonly level: Level;
  readonly kind: ValueKind;
  /** Fields of the subject that it reads. */
  readonly needs: readonly string[];
}
