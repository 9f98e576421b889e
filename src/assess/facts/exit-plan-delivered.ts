import type { Fact } from "../fact.ts";
import { known, unknownFor, yesIn } from "../fact.ts";

/** Whether the buyer has the exit plan. Asks nothing where exit assistance does not concern the contract. */
export const exitPlanDelivered: Fact = {
  name: "exit-plan-delivered",
  level: "contract",
  kind: "answer",
  needs: ["clauses.exit-assistance", "exit.plan.delivered"],
  compute: ({ read }) => {
    const clause = read("clauses.exit-assistance");
    if (clause.state === "not-applicable") {
      return { state: "not-applicable", because: clause.because };
    }
    const delivered = yesIn(read("exit.plan.delivered"));
    if (delivered === undefined) return unknownFor("exit.plan.delivered");
    return known(delivered ? "yes" : "no");
  },
};
