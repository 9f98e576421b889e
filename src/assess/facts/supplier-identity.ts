import { checkBusinessId } from "../../model/business-id.ts";
import type { Fact, FactContext } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import type { Reading } from "../reading.ts";

/** `yes` when the company and its parent can be told apart from all others, `no` when its business id cannot exist. */
export const supplierIdentity: Fact = {
  name: "supplier-identity",
  level: "supplier",
  kind: "answer",
  needs: ["business-id", "foreign-id", "country", "parent"],
  compute: (context) => {
    const finnish = context.read("business-id");
    if (finnish.state === "known" && !isValid(finnish)) return known("no");
    const blanks = finnish.state === "known" ? [] : foreignBlanks(context);
    const parent = context.read("parent");
    // That nobody owns it is an answer too.
    if (parent.state === "unknown") blanks.push(parent.path);
    return blanks.length === 0 ? known("yes") : unknownFor(...blanks);
  },
};

function isValid(reading: Reading): boolean {
  return (
    reading.state === "known" &&
    typeof reading.value === "string" &&
    checkBusinessId(reading.value).ok
  );
}

/** A number of another country's register says nothing until one knows which country's. */
function foreignBlanks({ read }: FactContext): string[] {
  if (read("foreign-id").state !== "known") return ["business-id"];
  return read("country").state === "known" ? [] : ["country"];
}
