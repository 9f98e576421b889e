import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { itemsKnownOn, saidIn } from "../list-items.ts";

/**
 * `yes` when every incident on record has been handled, `no` when one has not. Asks nothing where nobody has
 * written a list of incidents, or where a review of the risks does not concern the contract.
 */
export const incidentsHandled: Fact = {
  name: "incidents-handled",
  level: "contract",
  kind: "answer",
  needs: ["monitoring.incidents", "monitoring.last-review"],
  compute: ({ read, asOf }) => {
    const review = read("monitoring.last-review");
    if (review.state === "not-applicable") {
      return { state: "not-applicable", because: review.because };
    }
    const incidents = read("monitoring.incidents");
    if (incidents.state === "none") return known("yes");
    const listed = itemsKnownOn(asOf, incidents);
    if (listed === undefined) return { state: "not-applicable", because: "" };
    const handled = listed.map((incident) => saidIn(incident, "handled"));
    if (handled.includes("no")) return known("no");
    return handled.every((each) => each === "yes")
      ? known("yes")
      : unknownFor("monitoring.incidents");
  },
};
