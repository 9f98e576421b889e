import type { Fact } from "../fact.ts";
import { known, numberIn, unknownFor } from "../fact.ts";

/** How many times the replenishment lead time the stock lasts; a stock known not to exist lasts 0. */
export const stockCover: Fact = {
  name: "stock-cover",
  level: "contract",
  kind: "number",
  needs: ["stock.lasts", "stock.lead-time", "clauses.buffer-stock.parameters.stock"],
  compute: ({ read }) => {
    const lasting = read("stock.lasts");
    const lead = numberIn(read("stock.lead-time"));
    if (lasting.state === "none") return known(0);
    const lasts = numberIn(lasting) ?? numberIn(read("clauses.buffer-stock.parameters.stock"));
    if (lasts === 0) return known(0);
    if (lasts === undefined)
      return unknownFor("stock.lasts", ...(lead === undefined ? ["stock.lead-time"] : []));
    if (lead === undefined || lead === 0) return unknownFor("stock.lead-time");
    return known(lasts / lead);
  },
};
