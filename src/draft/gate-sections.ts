import type { GateAnswer, GateCase, GateOutcome } from "../model/amendment.ts";
import { AMENDMENT_FACT_NAMES, GATE_ASSUMPTIONS } from "../model/amendment.ts";
import type { Source } from "../model/criterion.ts";
import type { DraftGateGroup, GateLine, GateSection } from "../model/draft.ts";
import type { ProcurementAct, ProcurementKind, ThresholdPeriod } from "../model/thresholds.ts";
import type { PartContext } from "./blanks.ts";
import { gateFigures, moneyText } from "./gate-figures.ts";
import { sourceOf } from "./reasons.ts";

/** What the gate says of the clauses of one contract, in the language of the draft. */
export function gateSections(
  groups: readonly DraftGateGroup[],
  context: PartContext,
): readonly GateSection[] {
  const { wording, format } = context;
  const acts = distinct(groups.flatMap(actsOf));
  const named = acts.map(({ act, modification }) =>
    wording.say("amendment.section-of-act", { section: modification, act }),
  );
  return [
    { kind: "notice", text: wording.say("amendment.lawyer") },
    {
      kind: "paragraph",
      text: wording.say("amendment.lead", { acts: format.list(named) }),
    },
    outcomeTable(groups, context),
    ...groups.map((group) => stepTable(group, context)),
    bullets("thresholds", thresholdLines(groups, context), context),
    ...openFacts(groups, context),
    bullets("assumptions", assumptionLines(groups, context), context),
    bullets("risk", riskLines(acts, context), context),
    bullets("sources", sourceList(groups, context), context),
  ];
}

/** The acts that may apply, each once. */
function actsOf({ decision }: DraftGateGroup): readonly ProcurementAct[] {
  return distinct(decision.cases.map(({ act }) => act));
}

function distinct<T>(things: readonly T[]): readonly T[] {
  return [...new Set(things)];
}

function line(text: string): GateLine {
  return [{ text }];
}

function bullets(key: string, lines: readonly GateLine[], { wording }: PartContext): GateSection {
  return { kind: "bullets", heading: wording.say(`amendment.heading.${key}`), lines };
}

function outcomeTable(groups: readonly DraftGateGroup[], context: PartContext): GateSection {
  const { wording } = context;
  return {
    kind: "table",
    heading: wording.say("amendment.heading.outcome"),
    columns: columnsOf(context, [
      ["clauses", 14],
      ["class", 20],
      ["outcome", 38],
      ["decided-by", 16],
      ["risk", 12],
    ]),
    rows: groups.map((group) => [
      [line(group.clauses.map(({ number }) => String(number)).join(", "))],
      [line(wording.say(`amendment.class.${group.changeClass}`))],
      outcomeLines(group, context),
      decidedBy(group, context),
      [line(wording.say(`amendment.risk.${group.decision.risk}`))],
    ]),
  };
}

function columnsOf(
  { wording }: PartContext,
  columns: readonly (readonly [key: string, width: number])[],
): Extract<GateSection, { kind: "table" }>["columns"] {
  return columns.map(([key, width]) => ({ title: wording.say(`amendment.column.${key}`), width }));
}

function outcomeLines(
  { decision }: DraftGateGroup,
  { wording, format }: PartContext,
): readonly GateLine[] {
  const { outcomes, likely, permission } = decision;
  const [only] = outcomes;
  const say = (outcome: GateOutcome): string => wording.say(`amendment.outcome.${outcome}`);
  if (only !== undefined && outcomes.length === 1) return [line(say(only))];
  const names = format.list(outcomes.map((each) => wording.say(`amendment.ground.${each}`)));
  const start = line(wording.say(`amendment.several.${permission}`, { outcomes: names }));
  if (likely.length === 0 || likely.length === outcomes.length) return [start];
  const [sole] = likely;
  const grounds = format.list(likely.map((each) => wording.say(`amendment.ground.${each}`)));
  const outcome = sole !== undefined && likely.length === 1 ? say(sole) : `${grounds}.`;
  return [start, line(wording.say("amendment.likely", { outcome }))];
}

/** The section that decides, once there is one outcome. */
function decidedBy({ decision }: DraftGateGroup, context: PartContext): readonly GateLine[] {
  const [only, ...others] = decision.outcomes;
  if (only === undefined || others.length > 0)
    return [line(context.wording.say("amendment.undecided"))];
  const step = only === "free" ? "scope" : only;
  return distinct(decision.cases.map(({ act }) => act)).flatMap((act) =>
    act.steps[step].slice(0, 1).map((source) => line(sourceOf(source, context).text)),
  );
}

function stepTable(group: DraftGateGroup, context: PartContext): GateSection {
  const { wording } = context;
  const acts = actsOf(group);
  return {
    kind: "table",
    heading: wording.say("amendment.heading.steps", {
      class: wording.say(`amendment.class.${group.changeClass}`),
    }),
    columns: columnsOf(context, [
      ["step", 30],
      ["answer", 12],
      ["figures", 28],
      ["source", 30],
    ]),
    rows: group.decision.answers.map((answer) => [
      [line(wording.say(`amendment.step.${answer.step}`))],
      [line(wording.say(`amendment.answer.${answer.holds}`))],
      gateFigures(answer, context).map(line),
      sourceLines(answer, acts, context),
    ]),
  };
}

function sourceLines(
  { step }: GateAnswer,
  acts: readonly ProcurementAct[],
  context: PartContext,
): readonly GateLine[] {
  return acts
    .flatMap((act) => act.steps[step])
    .map((source) => {
      const { text, mark } = sourceOf(source, context);
      return line(`${text} [${mark}]`);
    });
}

/** Every source of the steps once, with what its mark means. */
function sourceList(groups: readonly DraftGateGroup[], context: PartContext): readonly GateLine[] {
  const sources = groups.flatMap((group) =>
    actsOf(group).flatMap((act) => group.decision.answers.flatMap(({ step }) => act.steps[step])),
  );
  return distinct(sources).map((source) => markedSource(source, context));
}

function markedSource(source: Source, context: PartContext): GateLine {
  const { text, url, mark, standing } = sourceOf(source, context);
  return [{ text, url }, { text: ` [${mark}] ${standing}`.trimEnd() }];
}

/** The thresholds of each act and kind that may apply; many periods as one line. */
function thresholdLines(
  groups: readonly DraftGateGroup[],
  context: PartContext,
): readonly GateLine[] {
  const { wording } = context;
  const met = new Map<string, GateCase[]>();
  for (const each of groups.flatMap(({ decision }) => decision.cases)) {
    const key = `${each.act.id} ${each.kind}`;
    met.set(key, [...(met.get(key) ?? []), each]);
  }
  return [...met.values()].flatMap((cases): readonly GateLine[] => {
    const [{ act, kind }] = cases as [GateCase];
    const names = { act: act.act, kind: wording.say(`amendment.kind.${kind}`) };
    const periods = distinct(cases.flatMap(({ threshold }) => threshold.period ?? []));
    const lines = periodLines(periods, kind, names, context);
    const unknown = cases.some(({ threshold }) => threshold.period === undefined);
    return unknown ? [...lines, line(wording.say("amendment.no-threshold", names))] : lines;
  });
}

/** More periods than these are told as one span. */
const MOST_PERIODS = 2;

function periodLines(
  periods: readonly ThresholdPeriod[],
  kind: ProcurementKind,
  names: { readonly act: string; readonly kind: string },
  context: PartContext,
): readonly GateLine[] {
  const { wording, format } = context;
  const [first] = periods;
  const last = periods.at(-1);
  if (first !== undefined && last?.to !== undefined && periods.length > MOST_PERIODS) {
    const values = periods.map(({ values: held }) => held[kind] ?? 0);
    const value = { low: Math.min(...values), high: Math.max(...values) };
    const params = { ...names, value: moneyText(value, context) };
    const days = { from: format.day(first.from), to: format.day(last.to) };
    const marks = distinct(periods.flatMap(({ sources }) => sources.map(({ mark }) => mark)));
    const text = wording.say("amendment.threshold.by-period", { ...params, ...days });
    return [line(`${text} [${marks.join(", ")}]`)];
  }
  return periods.map(({ from, to, values, sources }) => {
    const held = values[kind] ?? 0;
    const text = wording.say(`amendment.threshold.${to === undefined ? "since" : "between"}`, {
      ...names,
      value: moneyText({ low: held, high: held }, context),
      from: format.day(from),
      to: to === undefined ? "" : format.day(to),
    });
    return [
      { text },
      ...sources.flatMap((source) => [{ text: " " }, ...markedSource(source, context)]),
    ];
  });
}

function openFacts(
  groups: readonly DraftGateGroup[],
  context: PartContext,
): readonly GateSection[] {
  const facts = distinct(groups.flatMap(({ decision }) => decision.wouldDecide));
  if (facts.length === 0) return [];
  const lines = facts.map((fact) =>
    line(context.wording.say(`amendment.fact.${AMENDMENT_FACT_NAMES[fact]}`)),
  );
  return [bullets("would-decide", lines, context)];
}

function assumptionLines(
  groups: readonly DraftGateGroup[],
  { wording }: PartContext,
): readonly GateLine[] {
  const made = groups.flatMap(({ assumptions }) => assumptions);
  return GATE_ASSUMPTIONS.filter((each) => made.includes(each)).map((each) =>
    line(wording.say(`amendment.assumes.${each}`)),
  );
}

/** What may follow when a change is made without a ground. */
function riskLines(acts: readonly ProcurementAct[], { wording }: PartContext): readonly GateLine[] {
  return acts.map(({ act, termination, notice, sector }) =>
    line(wording.say(`amendment.consequences.${sector}`, { act, termination, notice })),
  );
}
