import type { Finding, Judgement } from "../../model/assessment.ts";
import type { Level } from "../../model/criterion.ts";
import type { Place } from "../../model/diagnostic.ts";
import type { Acceptance } from "../../model/register.ts";
import type { FactsText } from "../../assess/facts-digest.ts";
import type { Loaded } from "../../load/register.ts";
import type { ReportBrief } from "../../report/brief.ts";
import type { Known } from "../known.ts";

/** What is needed to make results of an assessment. */
export interface AssessedBrief {
  /** Its wording has the areas `results` and `diagnostics` too. */
  readonly brief: ReportBrief;
  readonly failing: ReadonlySet<Finding>;
  readonly known: Known;
  readonly facts: FactsText;
  readonly digest: (text: string) => string;
  readonly counts: Readonly<Record<string, number>>;
  readonly loaded: Pick<Loaded, "locate" | "nameOf">;
}

/** Whom findings are about, with what the register says of them. */
export interface AssessedSubject {
  readonly level: Level;
  /** Undefined for the portfolio. */
  readonly id: string | undefined;
  readonly name: string;
  readonly place: Place;
  readonly accepted: readonly Acceptance[];
  readonly judgements: readonly Judgement[];
}
