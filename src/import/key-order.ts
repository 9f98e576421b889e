import { byCodeUnits } from "../model/values.ts";

/** Every key that an import writes, in the order in which the format shows them. */
const ORDER = [
  "kind",
  "version",
  "organisation",
  "id",
  "name",
  "title",
  "sv",
  "fi",
  "en",
  "supplier",
  "business-id",
  "foreign-id",
  "country",
  "size",
  "subcontractors",
  "diary",
  "stage",
  "type",
  "suppliers",
  "contracts",
  "unit",
  "cpv",
  "procurement",
  "procedure",
  "tenders-received",
  "joint",
  "annex-e",
  "notice",
  "hilma",
  "ted",
  "date",
  "framework",
  "value",
  "estimated",
  "total",
  "currency",
  "ex-vat",
  "term",
  "start",
  "end",
  "open-ended",
];

const RANKS = new Map(ORDER.map((key, index) => [key, index]));

/** Orders the keys of one map: those of the format first, in its order, then the others by code units. */
export function byFormatOrder(left: string, right: string): number {
  const ranks = [RANKS.get(left) ?? ORDER.length, RANKS.get(right) ?? ORDER.length] as const;
  return ranks[0] - ranks[1] || byCodeUnits(left, right);
}
