import type { Criterion } from "../model/criterion.ts";
import type { Day } from "../model/values.ts";
import type { Edit } from "./edit.ts";
import type { FactContext } from "./fact.ts";
import type { SubjectSurroundings } from "./surroundings.ts";

/** For whom edits are sought. */
export interface ReachFor {
  readonly shape: Edit["shape"];
  readonly entry: string;
  readonly asOf: Day;
  readonly criterion: Criterion;
  readonly at: SubjectSurroundings;
  readonly context: FactContext;
}
