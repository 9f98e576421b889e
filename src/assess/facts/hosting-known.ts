import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { itemsKnownOn, saidIn } from "../list-items.ts";

/** `yes` when the country of every host is recorded or nothing is hosted, `no` when the supplier would not say. */
export const hostingKnown: Fact = {
  name: "hosting-known",
  level: "contract",
  kind: "answer",
  needs: ["ict.hosting"],
  compute: ({ read, asOf }) => {
    const hosting = read("ict.hosting");
    if (hosting.state === "none") return known("yes");
    if (hosting.state === "known" && hosting.value === "refused") return known("no");
    const hosts = itemsKnownOn(asOf, hosting) ?? [];
    return hosts.length > 0 && hosts.every((host) => saidIn(host, "country") !== undefined)
      ? known("yes")
      : unknownFor("ict.hosting");
  },
};
