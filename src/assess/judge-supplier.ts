import type { Catalogue } from "../model/catalogue.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Entry } from "../model/register.ts";
import { criteriaOf } from "./criteria-of.ts";
import type { Judged } from "./judge.ts";
import { judge } from "./judge.ts";
import type { Ground, Subject, SubjectView } from "./surroundings.ts";
import { viewOf } from "./surroundings.ts";

/** Stands for the supplier of a running contract that nobody has recorded: all about it is unknown. */
export const NOBODY = "?";

/** The supplier criteria, in the catalogue's order, judged on a supplier at a class. */
export type SupplierJudge = (supplier: string, criticality: CriticalityClass) => readonly Judged[];

export function supplierSubject(entry: Entry): Subject {
  return { level: "supplier", entry, shape: "supplier", contract: undefined };
}

/** Judges each supplier once at a class, however many contracts it has. */
export function supplierJudge(catalogue: Catalogue, ground: Ground): SupplierJudge {
  const views = new Map<string, SubjectView>();
  const judged = new Map<string, readonly Judged[]>();
  const viewFor = (id: string): SubjectView => {
    let view = views.get(id);
    if (view === undefined) {
      const unrecorded: Entry = {
        id,
        raw: {},
        place: { ...ground.register.organisation.place, part: "key" },
      };
      view = viewOf(supplierSubject(ground.index.suppliers.get(id) ?? unrecorded), ground);
      views.set(id, view);
    }
    return view;
  };
  return (supplier, criticality) => {
    const key = `${criticality} ${supplier}`;
    let all = judged.get(key);
    if (all === undefined) {
      const at = viewFor(supplier)(criticality);
      all = criteriaOf(catalogue, "supplier").map((each) => judge(each, at, catalogue.profile));
      judged.set(key, all);
    }
    return all;
  };
}
