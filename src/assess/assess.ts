import type {
  Assessment,
  Classification,
  ContractAssessment,
  Judgement,
  Note,
  Preparedness,
  PriorityInterval,
  Provenance,
  SupplierAssessment,
} from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { ClassInterval } from "../model/classes.ts";
import { CLASSES, classesIn, gravestOf } from "../model/classes.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Acceptance, Contract, Register, Supplier } from "../model/register.ts";
import type { Bounds, Day } from "../model/values.ts";
import { rawText } from "../model/values.ts";
import { applyAcceptances } from "./accept.ts";
import { countClasses, meanPreparedness } from "./by-class.ts";
import { classifyAll } from "./classify.ts";
import { countByCriterion, countVerdicts } from "./counts.ts";
import type { FindingSubject, Unranked } from "./findings.ts";
import {
  classFindings,
  contractFindingSubject,
  judgementFindings,
  rankFindings,
} from "./findings.ts";
import type { Judged } from "./judge.ts";
import type { ContractJudged } from "./judge-contract.ts";
import { contractSubject, judgeContract, judgeUnclassed } from "./judge-contract.ts";
import { criteriaOf } from "./criteria-of.ts";
import type { SupplierJudge } from "./judge-supplier.ts";
import { supplierJudge } from "./judge-supplier.ts";
import { judgementSharer } from "./share-judgements.ts";
import { mergeClasses } from "./merge-classes.ts";
import { mostUrgent } from "./prioritise.ts";
import { indexRegister } from "./register-index.ts";
import { itemOf, preparednessOf } from "./score.ts";
import type { Ground } from "./surroundings.ts";
import { factContext, surroundingsOf } from "./surroundings.ts";
import { vitalFunctionsOf } from "./vital-functions.ts";
import { yearlyValue } from "./yearly-value.ts";

/** What an assessment is made of. */
export interface AssessmentRequest {
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly asOf: Day;
  readonly toolVersion: string;
}

/** Classifies and judges a register. The same request gives the same assessment. */
export function assess(request: AssessmentRequest): Assessment {
  const { register, catalogue, asOf } = request;
  const later = new Map<string, Place>();
  const { ground, classifications } = groundOf(request, (place) =>
    later.set(`${place.file} ${place.pointer}`, place),
  );
  const findings: Unranked[] = [];
  const gains = new Map<string, number>();
  const judgeSupplier = supplierJudge(catalogue, ground);
  const run: Run = {
    request,
    ground,
    classifications,
    judgeSupplier,
    share: judgementSharer(),
    findings,
    gains,
  };
  const contracts = ground.index.current.map((contract) => {
    const classification = classifications.get(contract.id);
    if (classification === undefined) throw new Error(`${contract.id} has no class`);
    return assessContract(contract, classification, run);
  });
  const suppliers = register.suppliers.map((supplier) => assessSupplier(supplier, run));
  const organisation = assessOrganisation(request, ground, findings);
  const all: readonly Judgement[] = [
    ...organisation.judgements,
    ...organisation.portfolio,
    ...contracts.flatMap(({ judgements }) => judgements),
    ...suppliers.flatMap(({ judgements }) => judgements),
  ];
  return {
    asOf,
    provenance: provenanceOf(request),
    organisation: register.organisation,
    organisationJudgements: organisation.judgements,
    organisationPreparedness: organisation.preparedness,
    contracts,
    ended: ground.index.ended,
    suppliers,
    portfolioJudgements: organisation.portfolio,
    classes: countClasses(contracts),
    preparednessByClass: Object.fromEntries(
      CLASSES.map((each) => [each, meanPreparedness(contracts, each)]),
    ) as Record<CriticalityClass, Bounds | undefined>,
    findings: rankFindings(findings),
    counts: countVerdicts(all),
    coverage: countByCriterion(all, catalogue.criteria.keys()),
    notes: [
      ...notesOf(contracts, ground, later.size, asOf),
      ...suspiciousCriteria(contracts, catalogue),
      ...overridesOver(catalogue),
      ...unusedAcceptances([
        {
          id: register.organisation.id,
          accepted: register.organisation.accepted,
          judgements: [...organisation.judgements, ...organisation.portfolio],
        },
        ...contracts.map(({ contract, judgements }) => ({
          id: contract.id,
          accepted: contract.accepted,
          judgements,
        })),
        ...suppliers.map(({ supplier, judgements }) => ({
          id: supplier.id,
          accepted: supplier.accepted,
          judgements,
        })),
      ]),
    ],
  };
}

/** What an assessment carries from subject to subject. */
interface Run {
  readonly request: AssessmentRequest;
  readonly ground: Ground;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly judgeSupplier: SupplierJudge;
  readonly share: (judgement: Judgement) => Judgement;
  readonly findings: Unranked[];
  /** What one unit of weight put right gains, by contract. */
  readonly gains: Map<string, number>;
}

/** What every judgement stands on: the index of the register and the class of each contract. */
export function groundOf(
  { register, catalogue, asOf }: AssessmentRequest,
  onLater: (place: Place) => void,
): { readonly ground: Ground; readonly classifications: ReadonlyMap<string, Classification> } {
  const index = indexRegister(register, asOf);
  const { profile } = catalogue;
  let classifications: ReadonlyMap<string, Classification> = new Map();
  const classOf = (contract: string): ClassInterval | undefined =>
    classifications.get(contract)?.decided;
  const ground: Ground = { asOf, register, index, profile, classOf, onLater };
  classifications = classifyAll(
    index.current,
    (contract) => {
      const { read } = surroundingsOf(contractSubject(contract), undefined, ground);
      return { ...factContext(contractSubject(contract), undefined, ground, read), contract };
    },
    profile,
  );
  return { ground, classifications };
}

function assessContract(
  contract: Contract,
  classification: Classification,
  { request, ground, judgeSupplier, share, findings, gains }: Run,
): ContractAssessment {
  const { catalogue, asOf } = request;
  const judged: ContractJudged = judgeContract(
    contract,
    classification.decided,
    catalogue,
    ground,
    judgeSupplier,
  );
  const { read } = surroundingsOf(contractSubject(contract), undefined, ground);
  const context = factContext(contractSubject(contract), undefined, ground, read);
  const subject = contractFindingSubject(
    { ...context, contract },
    classification,
    judged,
    catalogue,
  );
  gains.set(contract.id, subject.gainPerWeight);
  const judgements = judged.judgements.map(share);
  const own = judgementFindings(subject, judgements, catalogue, asOf);
  const priority = contractPriority(own, classification, catalogue);
  findings.push(
    ...own,
    ...classFindings(subject, classification, priority, [{ ...contract.place, part: "key" }]),
  );
  const currency = read("value.currency");
  const home = surroundingsOf(
    {
      level: "organisation",
      entry: request.register.organisation,
      shape: "organisation",
      contract: undefined,
    },
    undefined,
    ground,
  ).read("currency");
  return {
    contract,
    classification,
    preparedness: judged.preparedness,
    residual: judged.residual,
    judgements,
    supplierJudgements: judged.supplierJudgements,
    priority,
    vitalFunctions: vitalFunctionsOf(contract, context),
    actions: request.register.actions
      .filter((action) => action.contracts.includes(contract.id))
      .map((action) => action.id),
    value: {
      perYear: yearlyValue(contract, context),
      currency:
        currency.state === "known"
          ? rawText(currency.value)
          : home.state === "known"
            ? rawText(home.value)
            : "EUR",
    },
  };
}

/** The priority of a contract is that of its most urgent finding; an open class is itself one. */
function contractPriority(
  findings: readonly Unranked[],
  classification: Classification,
  catalogue: Catalogue,
): PriorityInterval {
  const watch: PriorityInterval = { low: "P4", high: "P4", row: 9 };
  const { low, high } = classification.decided;
  const classify = catalogue.profile.priorities.find((row) => row.act === "classify");
  const open: readonly PriorityInterval[] =
    low === "K1" && high === "K4" && classify !== undefined
      ? [{ low: classify.priority, high: classify.priority, row: classify.row }]
      : [];
  return mostUrgent([...findings.map(({ priority }) => priority), ...open], watch);
}

function assessSupplier(
  supplier: Supplier,
  { request, ground, classifications, judgeSupplier, findings, gains }: Run,
): SupplierAssessment {
  const { catalogue, asOf } = request;
  const contracts = ground.index.contractsOf(supplier.id);
  const interval = gravestOf(contracts.flatMap(({ id }) => classifications.get(id)?.decided ?? []));
  if (interval === undefined)
    return { supplier, class: undefined, judgements: [], preparedness: undefined };
  const byCriterion = new Map<string, [CriticalityClass, Judged][]>();
  const itemsByClass = new Map(
    classesIn(interval).map((criticality) => {
      const all = judgeSupplier(supplier.id, criticality);
      const items = criteriaOf(catalogue, "supplier").flatMap((criterion, position) => {
        const judged = all[position];
        if (judged === undefined) return [];
        const list = byCriterion.get(criterion.id) ?? [];
        byCriterion.set(criterion.id, [...list, [criticality, judged]]);
        return itemOf(criterion, judged);
      });
      return [criticality, items] as const;
    }),
  );
  const judgements = [...byCriterion.values()].map((each) =>
    applyAcceptances(mergeClasses(each), supplier.accepted, asOf),
  );
  const subject: FindingSubject = {
    level: "supplier",
    id: supplier.id,
    class: interval,
    daysToAct: undefined,
    tenderNear: false,
    accepted: supplier.accepted,
    // What is put right at a supplier is put right in each of its contracts.
    gainPerWeight: contracts.reduce((sum, { id }) => sum + (gains.get(id) ?? 0), 0),
  };
  findings.push(...judgementFindings(subject, judgements, catalogue, asOf));
  return {
    supplier,
    class: interval,
    judgements,
    preparedness: preparednessOf(itemsByClass, catalogue.profile),
  };
}

interface OrganisationAssessed {
  readonly judgements: readonly Judgement[];
  readonly portfolio: readonly Judgement[];
  readonly preparedness: Preparedness | undefined;
}

function assessOrganisation(
  request: AssessmentRequest,
  ground: Ground,
  findings: Unranked[],
): OrganisationAssessed {
  const { catalogue, asOf, register } = request;
  const { organisation } = register;
  const of = (level: "organisation" | "portfolio"): readonly Judgement[] =>
    judgeUnclassed(
      { level, entry: organisation, shape: "organisation", contract: undefined },
      catalogue,
      ground,
    ).map((judgement) => applyAcceptances(judgement, organisation.accepted, asOf));
  const judgements = of("organisation");
  const portfolio = of("portfolio");
  const subject = (level: "organisation" | "portfolio"): FindingSubject => ({
    level,
    id: level === "organisation" ? organisation.id : undefined,
    class: undefined,
    daysToAct: 0,
    tenderNear: false,
    accepted: organisation.accepted,
    gainPerWeight: 1,
  });
  findings.push(
    ...judgementFindings(subject("organisation"), judgements, catalogue, asOf),
    ...judgementFindings(subject("portfolio"), portfolio, catalogue, asOf),
  );
  const items = judgements.flatMap((judgement) => {
    const criterion = catalogue.criteria.get(judgement.criterion);
    return criterion === undefined ? [] : [itemOf(criterion, judgement)];
  });
  return {
    judgements,
    portfolio,
    preparedness: preparednessOf(new Map([["K1", items]]), catalogue.profile),
  };
}

function provenanceOf({ register, catalogue, toolVersion }: AssessmentRequest): Provenance {
  return {
    toolVersion,
    catalogueVersion: catalogue.version,
    catalogueDigest: catalogue.digest,
    profile: catalogue.profile.id,
    overrides: catalogue.overrides,
    inputs: register.inputs,
  };
}

/** Accepted shortfalls that are not there: left behind, they would hide the shortfall if it came back. */
function unusedAcceptances(
  subjects: readonly {
    readonly id: string;
    readonly accepted: readonly Acceptance[];
    readonly judgements: readonly Judgement[];
  }[],
): readonly Note[] {
  return subjects.flatMap(({ id, accepted, judgements }) =>
    accepted.flatMap(({ criterion }): readonly Note[] => {
      const verdict = judgements.find((judgement) => judgement.criterion === criterion)?.verdict;
      // Of another level, or switched off: then there is no verdict at all.
      const unused = verdict === undefined || verdict === "met" || verdict === "not-applicable";
      return unused ? [{ code: "R027", params: { subject: id, criterion } }] : [];
    }),
  );
}

/** Criteria that nearly every contract fails: more often than not the limit or the answers are wrong. */
function suspiciousCriteria(
  contracts: readonly ContractAssessment[],
  { profile, criteria }: Catalogue,
): readonly Note[] {
  const { share, least } = profile.suspicious;
  const judgements = contracts.flatMap((each) => each.judgements);
  return [...countByCriterion(judgements, criteria.keys())].flatMap(([criterion, counts]) => {
    const count = counts.notMet + counts.accepted;
    const of = counts.met + counts.unknown + count;
    if (of < least || count <= share * of) return [];
    const params = { criterion, count, of, share: Math.round(share * 100) };
    return [{ code: "R028", params } as const];
  });
}

/** What the organisation decided otherwise until a day that is past: from then on our catalogue holds. */
function overridesOver({ overrides }: Catalogue): readonly Note[] {
  return overrides.flatMap(({ id, over, until }) =>
    over && until !== undefined ? [{ code: "C027", params: { id, until } } as const] : [],
  );
}

function notesOf(
  contracts: readonly ContractAssessment[],
  ground: Ground,
  later: number,
  asOf: Day,
): readonly Note[] {
  const notes: Note[] = [];
  if (later > 0) notes.push({ code: "R024", params: { count: later, "as-of": asOf } });
  const currencies = [...new Set(contracts.map(({ value }) => value.currency))].sort();
  if (currencies.length > 1) notes.push({ code: "R025", params: { currencies } });
  if (ground.index.ended.length > 0)
    notes.push({ code: "R026", params: { count: ground.index.ended.length } });
  return notes;
}
