import type { RawObject } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { itemsKnownOn, saidIn } from "../list-items.ts";

/** True when the origin is given, or the deliveries do not depend on the component. */
export function isOriginSettled(component: RawObject): boolean {
  return saidIn(component, "origin") !== undefined || saidIn(component, "critical") === "no";
}

/** `yes` when every component that may be critical has an origin, `no` when it is known that none are listed. */
export const originsKnown: Fact = {
  name: "origins-known",
  level: "contract",
  kind: "answer",
  needs: ["chain.components"],
  compute: ({ read, asOf }) => {
    const components = read("chain.components");
    if (components.state === "none") return known("no");
    const listed = itemsKnownOn(asOf, components) ?? [];
    return listed.length > 0 && listed.every(isOriginSettled)
      ? known("yes")
      : unknownFor("chain.components");
  },
};
