import type { Fact } from "../fact.ts";
import { known, numberIn, unknownFor } from "../fact.ts";
import { tolerableDisruption } from "./mtpd.ts";

/** `yes` when the agreed recovery time is strictly shorter than the tolerable disruption. */
export const rtoBelowMtpd: Fact = {
  name: "rto-below-mtpd",
  level: "contract",
  kind: "answer",
  needs: ["clauses.recovery-objectives.parameters.rto", "criticality.mtpd"],
  compute: (context) => {
    const rtoPath = "clauses.recovery-objectives.parameters.rto";
    const rto = numberIn(context.read(rtoPath));
    const tolerable = tolerableDisruption(context);
    const limitBlanks = "blanks" in tolerable ? tolerable.blanks : [];
    if (rto === undefined) return unknownFor(rtoPath, ...limitBlanks);
    if (tolerable.state === "known") return known(rto < Number(tolerable.value) ? "yes" : "no");
    if (tolerable.state === "between" && rto >= tolerable.high) return known("no");
    return unknownFor(...limitBlanks);
  },
};
