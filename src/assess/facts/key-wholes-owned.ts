import { isRawList, isRawObject } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";

const PATH = "strategy.key-wholes";

/** `yes` when the most significant wholes of procurement are named and a role leads each of them. */
export const keyWholesOwned: Fact = {
  name: "key-wholes-owned",
  level: "organisation",
  kind: "answer",
  needs: [PATH],
  compute: ({ read }) => {
    const wholes = read(PATH);
    if (wholes.state === "none") return known("no");
    if (wholes.state !== "known" || !isRawList(wholes.value)) return unknownFor(PATH);
    const owners = wholes.value.map((whole) => (isRawObject(whole) ? whole["owner"] : undefined));
    if (owners.length === 0 || owners.includes("none")) return known("no");
    const blanks = owners.flatMap((owner, index) =>
      typeof owner === "string" && owner !== "unknown" ? [] : [`${PATH}.${index}.owner`],
    );
    return blanks.length === 0 ? known("yes") : unknownFor(...blanks);
  },
};
