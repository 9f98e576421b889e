import type { Fact } from "../fact.ts";
import { known, numberIn, unknownFor } from "../fact.ts";

/** How many times the replenishment lead time the buffer stock agreed in the contract lasts. */
export const agreedStockCover: Fact = {
  name: "agreed-stock-cover",
  level: "contract",
  kind: "number",
  needs: ["clauses.buffer-stock.parameters.stock", "stock.lead-time"],
  compute: ({ read }) => {
    const agreed = read("clauses.buffer-stock.parameters.stock");
    const lead = numberIn(read("stock.lead-time"));
    const lasts = agreed.state === "none" ? 0 : numberIn(agreed);
    if (lasts === undefined) return unknownFor("clauses.buffer-stock.parameters.stock");
    if (lasts === 0) return known(0);
    if (lead === undefined || lead === 0) return unknownFor("stock.lead-time");
    return known(lasts / lead);
  },
};
