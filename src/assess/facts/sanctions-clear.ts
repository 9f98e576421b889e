import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";

/** `yes` when the check found nothing, `no` when it hit; a possible hit is unknown until a person has looked closer. */
export const sanctionsClear: Fact = {
  name: "sanctions-clear",
  level: "supplier",
  kind: "answer",
  needs: ["sanctions.result"],
  compute: ({ read }) => {
    const result = read("sanctions.result");
    if (result.state !== "known" || result.value === "possible") return unknownFor(result.path);
    return known(result.value === "clear" ? "yes" : "no");
  },
};
