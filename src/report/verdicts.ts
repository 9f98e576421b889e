import type { Judgement, SupplierJudgement } from "../model/assessment.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Source } from "../model/criterion.ts";
import type { Acceptance } from "../model/register.ts";
import type { Block, Inline } from "../model/report.ts";
import { code, heading, join, list, paragraph, strong, text } from "./blocks.ts";
import type { ReportBrief } from "./brief.ts";
import { criterionText } from "./described.ts";
import { supplierNameOf } from "./names.ts";
import { termOf, verdictText, verdictTone } from "./phrases.ts";

type AnyJudgement = Judgement | SupplierJudgement;

/**
 * All verdicts on one subject: a card for each that asks for something to be done, a line for each
 * question, then those accepted, those met and those that do not apply, each with its reason. `anchor` begins the anchors of the headings;
 * `acceptances` are those of the subject itself.
 */
export function verdictBlocks(
  brief: ReportBrief,
  judgements: readonly AnyJudgement[],
  anchor: string,
  acceptances: readonly Acceptance[],
): readonly Block[] {
  const sorted = sortVerdicts(judgements);
  return [
    ...part(brief, anchor, "open", sorted.open, (some) => some.map((one) => card(brief, one))),
    ...part(brief, anchor, "questions", sorted.questions, (some) =>
      list(some.map((one) => questionLine(brief, one))),
    ),
    ...part(brief, anchor, "accepted", sorted.accepted, (some) =>
      list(some.map((one) => acceptedLine(brief, one, acceptances))),
    ),
    ...part(brief, anchor, "met", sorted.met, (some) =>
      list(some.map((one) => metLine(brief, one))),
    ),
    ...part(brief, anchor, "not-applicable", sorted.notApplicable, (some) =>
      notApplicable(brief, some),
    ),
  ];
}

function part(
  brief: ReportBrief,
  anchor: string,
  name: "open" | "questions" | "accepted" | "met" | "not-applicable",
  judgements: readonly AnyJudgement[],
  write: (judgements: readonly AnyJudgement[]) => readonly Block[],
): readonly Block[] {
  if (judgements.length === 0) return [];
  const count = brief.format.number(judgements.length);
  const title = brief.wording.say(`report.verdicts.${name}`, { count });
  return [heading(3, `${anchor}-${name}`, title), ...write(judgements)];
}

interface SortedVerdicts {
  readonly open: readonly AnyJudgement[];
  readonly questions: readonly AnyJudgement[];
  readonly accepted: readonly AnyJudgement[];
  readonly met: readonly AnyJudgement[];
  readonly notApplicable: readonly AnyJudgement[];
}

function sortVerdicts(judgements: readonly AnyJudgement[]): SortedVerdicts {
  const counted = judgements.filter(({ verdict }) => verdict !== "not-applicable");
  const asking = counted.filter((one) => !one.accepted && asksForSomething(one));
  return {
    open: asking.filter(({ verdict }) => verdict !== "unknown").toSorted(byUrgency),
    questions: asking.filter(({ verdict }) => verdict === "unknown").toSorted(byUrgency),
    accepted: counted.filter(({ accepted }) => accepted),
    met: counted.filter((one) => !one.accepted && !asksForSomething(one)),
    notApplicable: judgements.filter(({ verdict }) => verdict === "not-applicable"),
  };
}

function asksForSomething({ verdict, stale, weak }: Judgement): boolean {
  return verdict !== "met" || stale || weak;
}

function byUrgency(left: Judgement, right: Judgement): number {
  return urgency(left) - urgency(right);
}

/** Not met before old or weak proof; inside each the gravest first. */
function urgency({ verdict, severity }: Judgement): number {
  const kind = ["not-met", "unknown", "met"].indexOf(verdict);
  const gravity = severity === undefined ? -1 : SEVERITIES.indexOf(severity);
  return kind * 10 - gravity;
}

function titleOf(brief: ReportBrief, judgement: AnyJudgement): string {
  const { title } = criterionText(brief, judgement.criterion);
  return "supplier" in judgement
    ? `${title} (${supplierNameOf(brief, judgement.supplier)})`
    : title;
}

function card(brief: ReportBrief, judgement: AnyJudgement): Block {
  const { say } = brief.wording;
  const words = criterionText(brief, judgement.criterion);
  return {
    kind: "verdict",
    verdict: verdictText(brief, judgement),
    tone: verdictTone(judgement),
    title: titleOf(brief, judgement),
    lines: [
      ...(words.do === "" ? [] : [[strong(say("report.verdicts.do")), text(` ${words.do}`)]]),
      [text(figuresOf(brief, judgement)), ...lawMark(brief, judgement)],
      ...classLine(brief, judgement),
      ...pathLine(say("report.verdicts.blanks"), judgement.blanks.map(code)),
      ...pathLine(say("report.verdicts.evidence"), placesOf(brief, judgement)),
    ],
  };
}

/** What nobody has said, the question, and what the answer weighs; a register asks many of them. */
function questionLine(brief: ReportBrief, judgement: AnyJudgement): readonly Inline[] {
  const { ask } = criterionText(brief, judgement.criterion);
  const classes = classLine(brief, judgement).flat();
  return [
    strong(titleOf(brief, judgement)),
    text(` ${ask} ${figuresOf(brief, judgement)}`.replace(/ {2,}/gu, " ")),
    ...lawMark(brief, judgement),
    ...(classes.length === 0 ? [] : [text(" "), ...classes]),
    ...blanksOf(brief, judgement),
  ];
}

/** The fields of the register in which the answer belongs; the class is not one of them. */
function blanksOf(brief: ReportBrief, { blanks }: AnyJudgement): readonly Inline[] {
  const fields = blanks.filter((blank) => blank !== "class").map(code);
  if (fields.length === 0) return [];
  return [text(` ${brief.wording.say("report.verdicts.blanks")} `), ...join(fields, ", ")];
}

function pathLine(label: string, pieces: readonly Inline[]): readonly (readonly Inline[])[] {
  return pieces.length === 0 ? [] : [[text(`${label} `), ...join(pieces, ", ")]];
}

function figuresOf(brief: ReportBrief, judgement: AnyJudgement): string {
  const { wording, format } = brief;
  return wording.say("report.verdicts.figures", {
    criterion: judgement.criterion,
    severity:
      judgement.severity === undefined ? "–" : termOf(brief, "severities", judgement.severity),
    weight: format.number(judgement.weight),
    credit: format.shares(judgement.credit),
  });
}

function classLine(brief: ReportBrief, judgement: AnyJudgement): readonly (readonly Inline[])[] {
  if (judgement.dependsOnClass === undefined) return [];
  const verdicts = Object.entries(judgement.dependsOnClass).map(
    ([criticality, verdict]) => `${criticality}: ${brief.wording.say(`terms.verdicts.${verdict}`)}`,
  );
  const sentence = brief.wording.say("report.verdicts.depends-on-class", {
    verdicts: verdicts.join("; "),
  });
  return [[text(sentence)]];
}

function placesOf(brief: ReportBrief, judgement: AnyJudgement): readonly Inline[] {
  return judgement.evidence.map((place) => code(brief.locate(place)));
}

function metLine(brief: ReportBrief, judgement: AnyJudgement): readonly Inline[] {
  const figures = brief.wording.say("report.verdicts.met-figures", {
    weight: brief.format.number(judgement.weight),
    credit: brief.format.shares(judgement.credit),
  });
  const places = placesOf(brief, judgement);
  const evidence = places.length === 0 ? [] : [text(" ("), ...join(places, ", "), text(")")];
  return [text(`${titleOf(brief, judgement)} ${figures}`), ...evidence];
}

function lawMark({ criteria, wording }: ReportBrief, judgement: AnyJudgement): readonly Inline[] {
  const isLaw = criteria.get(judgement.criterion)?.statutory === true;
  return isLaw ? [text(" "), strong(wording.say("terms.statutory"))] : [];
}

/** Act and section, linked where the source has an address. */
export function sourceText(source: Source): Inline {
  const written = source.section === undefined ? source.act : `${source.act} ${source.section}`;
  return source.url?.startsWith("https://") === true
    ? { kind: "link", text: written, href: source.url }
    : text(written);
}

function reasonLine(brief: ReportBrief, judgement: AnyJudgement): readonly Inline[] {
  const reason = judgement.because;
  const title = titleOf(brief, judgement);
  if (reason === undefined) return [text(title)];
  return [
    text(`${title} `),
    strong(brief.wording.say("report.verdicts.because")),
    text(` ${reason}`),
  ];
}

/** What was accepted, why, by which role and until when. */
function acceptedLine(
  brief: ReportBrief,
  judgement: AnyJudgement,
  own: readonly Acceptance[],
): readonly Inline[] {
  const verdict = `${brief.wording.say(`terms.verdicts.${judgement.verdict}`)}: `;
  const line = [text(verdict), ...reasonLine(brief, judgement)];
  const acceptances = "supplier" in judgement ? acceptancesOf(brief, judgement.supplier) : own;
  const found = acceptances.find(({ criterion }) => criterion === judgement.criterion);
  if (found === undefined) return line;
  const { wording, format } = brief;
  const decision = wording.say("report.verdicts.accepted-by", {
    by: found.by,
    until: format.day(found.until),
  });
  return [...line, text(` ${decision}`)];
}

function acceptancesOf({ assessment }: ReportBrief, id: string): readonly Acceptance[] {
  return assessment.suppliers.find(({ supplier }) => supplier.id === id)?.supplier.accepted ?? [];
}

/** Those answered so have a reason each; those that are not asked for here share one line. */
function notApplicable(brief: ReportBrief, judgements: readonly AnyJudgement[]): readonly Block[] {
  const reasoned = judgements.filter(({ because }) => because !== undefined);
  const others = judgements.filter(({ because }) => because === undefined);
  const ids = others.map(({ criterion }) => code(criterion));
  const rest =
    ids.length === 0
      ? []
      : [paragraph(`${brief.wording.say("report.verdicts.not-asked")} `, ...join(ids, ", "))];
  return [...list(reasoned.map((one) => reasonLine(brief, one))), ...rest];
}
