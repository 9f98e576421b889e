/** What the catalogue holds, by the names that a user gives. */
export const LISTS = [
  "criteria",
  "clauses",
  "profiles",
  "scales",
  "vital-functions",
  "facts",
] as const;
export type ListName = (typeof LISTS)[number];
