import type { Judgement, Preparedness, SupplierJudgement } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { classesIn } from "../model/classes.ts";
import type { Verdict } from "../model/criterion.ts";
import type { Contract, SupplierLink } from "../model/register.ts";
import type { Bounds } from "../model/values.ts";
import { applyAcceptances } from "./accept.ts";
import { exposureOf } from "./exposure.ts";
import type { Judged } from "./judge.ts";
import { judge } from "./judge.ts";
import { mergeClasses } from "./merge-classes.ts";
import type { Item } from "./score.ts";
import { residualOf } from "./residual.ts";
import { itemOf, preparednessOf } from "./score.ts";
import type { SupplierItem } from "./supplier-items.ts";
import { combineSuppliers } from "./supplier-items.ts";
import type { SupplierJudge } from "./judge-supplier.ts";
import { NOBODY, supplierJudge } from "./judge-supplier.ts";
import { criteriaOf } from "./criteria-of.ts";
import type { Ground, Subject } from "./surroundings.ts";
import { factContext, viewOf } from "./surroundings.ts";

/** The criterion whose verdict says whether a contract stands on one supplier alone. */
const SECOND_SOURCE = "second-source";

export interface ContractJudged {
  readonly judgements: readonly Judgement[];
  readonly supplierJudgements: readonly SupplierJudgement[];
  readonly preparedness: Preparedness | undefined;
  /** Residual risk, an ordinal index; undefined when nothing is required. */
  readonly residual: Bounds | undefined;
  /** Exposure and total weight at the highest class: they order what is done first. */
  readonly exposure: Bounds;
  readonly weightAtHighest: number;
}

export function contractSubject(contract: Contract): Subject {
  return { level: "contract", entry: contract, shape: "contract", contract };
}

/** Judges a contract at every class it may be of: its own criteria, and those on its suppliers. */
export function judgeContract(
  contract: Contract,
  interval: ClassInterval,
  catalogue: Catalogue,
  ground: Ground,
  judgeSupplier: SupplierJudge = supplierJudge(catalogue, ground),
): ContractJudged {
  const view = viewOf(contractSubject(contract), ground);
  const own = new Map<string, [CriticalityClass, Judged][]>();
  const bySupplier = new Map<string, [CriticalityClass, Judged][]>();
  const itemsByClass = new Map<CriticalityClass, readonly Item[]>();
  let secondSource: Verdict = "unknown";
  for (const criticality of classesIn(interval)) {
    const at = view(criticality);
    const items: Item[] = [];
    secondSource = "not-applicable";
    for (const criterion of criteriaOf(catalogue, "contract")) {
      const judged = judge(criterion, at, catalogue.profile);
      push(own, criterion.id, [criticality, judged]);
      items.push(itemOf(criterion, judged));
      if (criterion.id === SECOND_SOURCE) secondSource = judged.verdict;
    }
    items.push(
      ...supplierItems(contract, criticality, secondSource, catalogue, judgeSupplier, bySupplier),
    );
    itemsByClass.set(criticality, items);
  }
  const highest = itemsByClass.get(interval.high) ?? [];
  const context = factContext(
    contractSubject(contract),
    interval.high,
    ground,
    view(interval.high).read,
  );
  const exposure = exposureOf({ ...context, contract }, secondSource, catalogue.profile);
  return {
    judgements: [...own.values()].map((each) =>
      applyAcceptances(mergeClasses(each), contract.accepted, ground.asOf),
    ),
    supplierJudgements: [...bySupplier].map(([key, each]) => ({
      ...mergeClasses(each),
      supplier: key.slice(key.indexOf(" ") + 1),
    })),
    preparedness: preparednessOf(itemsByClass, catalogue.profile),
    residual: residualOf(itemsByClass, exposure, catalogue.profile),
    exposure,
    weightAtHighest: highest.reduce((sum, item) => sum + item.weight, 0),
  };
}

function supplierItems(
  contract: Contract,
  criticality: CriticalityClass,
  secondSource: Verdict,
  catalogue: Catalogue,
  judgeSupplier: SupplierJudge,
  bySupplier: Map<string, [CriticalityClass, Judged][]>,
): readonly Item[] {
  const links = linksOf(contract).map((link) => ({
    link,
    judged: judgeSupplier(link.supplier, criticality),
  }));
  return criteriaOf(catalogue, "supplier").flatMap((criterion, position) => {
    const items: SupplierItem[] = links.flatMap(({ link, judged: all }) => {
      const judged = all[position];
      if (judged === undefined) return [];
      if (link.supplier !== NOBODY)
        push(bySupplier, `${criterion.id} ${link.supplier}`, [criticality, judged]);
      return [{ link, item: itemOf(criterion, judged) }];
    });
    return combineSuppliers(items, secondSource) ?? [];
  });
}

function linksOf(contract: Contract): readonly SupplierLink[] {
  const hasNone = contract.raw["suppliers"] === "none";
  const planned = contract.stage === "planned" || contract.stage === "tendering";
  if (contract.suppliers.length > 0 || hasNone || planned) return contract.suppliers;
  return [{ supplier: NOBODY, share: undefined, rank: undefined }];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Judges a subject without a class: the organisation, or the portfolio seen through it. */
export function judgeUnclassed(
  subject: Subject,
  catalogue: Catalogue,
  ground: Ground,
): readonly Judgement[] {
  const at = viewOf(subject, ground)(undefined);
  return criteriaOf(catalogue, subject.level).map((criterion) =>
    mergeClasses([["K1", judge(criterion, at, catalogue.profile)]]),
  );
}
