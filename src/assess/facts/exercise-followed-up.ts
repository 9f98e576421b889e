import type { Fact } from "../fact.ts";
import { known } from "../fact.ts";

/** `no` only when corrective actions of the last exercise are recorded as still open. */
export const exerciseFollowedUp: Fact = {
  name: "exercise-followed-up",
  level: "contract",
  kind: "answer",
  needs: ["monitoring.last-exercise", "monitoring.last-exercise.corrective-actions"],
  compute: ({ read }) => {
    const exercise = read("monitoring.last-exercise");
    if (exercise.state === "not-applicable") {
      return { state: "not-applicable", because: exercise.because };
    }
    const actions = read("monitoring.last-exercise.corrective-actions");
    return known(actions.state === "known" && actions.value === "open" ? "no" : "yes");
  },
};
