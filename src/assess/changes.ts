import type { Judgement } from "../model/assessment.ts";
import { isDecided } from "../model/classes.ts";
import type { Criterion, Verdict } from "../model/criterion.ts";
import { settlingAnswers } from "./class-answers.ts";
import type { Edit } from "./edit.ts";
import { joinEdits } from "./edit.ts";
import type { Judged } from "./judge.ts";
import type { JudgedOn } from "./judge-on.ts";
import type { ReachFor } from "./reach-for.ts";
import { editsToReach, renewedProof } from "./reach.ts";
import { factContext, surroundingsOf } from "./surroundings.ts";

/** Some edits and the verdict that they give, verified by judging again. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
  readonly partial: boolean;
}

type JudgeAgain = (edits: readonly Edit[]) => JudgedOn | undefined;

/** Edits that give another verdict, one set for each verdict that can be reached; each was judged again. */
export function changesFor(
  judged: JudgedOn,
  criterion: Criterion,
  judgeAgain: JudgeAgain,
): readonly Change[] {
  const best = new Map<
    string,
    { readonly edits: readonly Edit[]; readonly judgement: Judgement }
  >();
  const starts =
    judged.judgement.dependsOnClass === undefined
      ? [{ judged, before: [] }]
      : settled(judged, judgeAgain);
  const candidates = starts.flatMap(({ judged: start, before }) =>
    candidatesFrom(start, before, criterion, judgeAgain),
  );
  for (const edits of candidates) {
    if (edits.length === 0) continue;
    const judgement = judgeAgain(edits)?.judgement;
    if (judgement === undefined || isSame(judgement, judged.judgement)) continue;
    const key = `${judgement.verdict} ${judgement.partial}`;
    const before = best.get(key);
    if (before === undefined || isBetter({ edits, judgement }, before))
      best.set(key, { edits, judgement });
  }
  return [...best.values()].map(({ edits, judgement: { verdict, partial } }) => ({
    edits,
    verdict,
    partial,
  }));
}

interface Start {
  readonly judged: JudgedOn;
  /** What was answered to come here. */
  readonly before: readonly Edit[];
}

/** Where the verdict hangs on the class: one start for each class that some answers settle. */
function settled(
  { subject, ground, classifications }: JudgedOn,
  judgeAgain: JudgeAgain,
): readonly Start[] {
  const contracts =
    subject.contract === undefined
      ? ground.index.contractsOf(subject.entry.id)
      : [subject.contract];
  const starts = new Map<string, Start>();
  for (const before of contracts.flatMap((each) =>
    settlingAnswers(each, classifications.get(each.id), ground),
  )) {
    const judged = judgeAgain(before);
    if (judged?.interval === undefined || !isDecided(judged.interval)) continue;
    const known = starts.get(judged.interval.low);
    if (known === undefined || before.length < known.before.length)
      starts.set(judged.interval.low, { judged, before });
  }
  return [...starts.values()];
}

function candidatesFrom(
  start: JudgedOn,
  before: readonly Edit[],
  criterion: Criterion,
  judgeAgain: JudgeAgain,
): readonly (readonly Edit[])[] {
  const candidates: (readonly Edit[])[] = [before];
  const add = (edits: readonly Edit[] | undefined): void => {
    if (edits !== undefined) candidates.push(joinEdits([...before, ...edits]));
  };
  const reach = reachFrom(start, criterion);
  const top = topOf(start);
  if (top?.applies !== undefined) add(editsToReach(top.applies, false, reach));
  for (const wanted of [true, false]) {
    const edits = editsTowards(wanted, start, [], criterion, (more) =>
      judgeAgain([...before, ...more]),
    );
    add(edits);
    if (wanted && edits !== undefined) add([...edits, ...renewedProof(reach)]);
  }
  if (top?.partialTrace !== undefined) add(editsToReach(top.partialTrace, true, reach));
  if (start.judgement.stale || start.judgement.weak || top?.proof?.expired === true)
    add(renewedProof(reach));
  return candidates;
}

/** First what makes the criterion concern the subject, then, judged anew, what makes it met or not. */
function editsTowards(
  wanted: boolean,
  start: JudgedOn,
  before: readonly Edit[],
  criterion: Criterion,
  judgeAgain: JudgeAgain,
): readonly Edit[] | undefined {
  const top = topOf(start);
  const reach = reachFrom(start, criterion);
  if (top?.met !== undefined) {
    const edits = editsToReach(top.met, wanted, reach);
    return edits === undefined ? undefined : joinEdits([...before, ...edits]);
  }
  const edits = top?.applies === undefined ? undefined : editsToReach(top.applies, true, reach);
  if (edits === undefined || edits.length === 0) return undefined;
  const next = judgeAgain([...before, ...edits]);
  if (next === undefined || topOf(next)?.met === undefined) return undefined;
  return editsTowards(wanted, next, [...before, ...edits], criterion, judgeAgain);
}

/** The judgement at the highest class: what is asked there is the most. */
function topOf({ byClass }: JudgedOn): Judged | undefined {
  return byClass.at(-1)?.[1];
}

function reachFrom({ subject, byClass, ground }: JudgedOn, criterion: Criterion): ReachFor {
  const criticality = subject.shape === "organisation" ? undefined : byClass.at(-1)?.[0];
  const at = surroundingsOf(subject, criticality, ground);
  const context = factContext(subject, criticality, ground, at.read);
  return {
    shape: subject.shape,
    entry: subject.entry.id,
    asOf: ground.asOf,
    criterion,
    at,
    context,
  };
}

function isSame(one: Judgement, other: Judgement): boolean {
  return (
    one.verdict === other.verdict && one.partial === other.partial && doubts(one) === doubts(other)
  );
}

function doubts({ stale, weak }: Judgement): number {
  return Number(stale) + Number(weak);
}

/** Of two ways to a verdict the one that leaves fewer doubts about the proof, then the shorter. */
function isBetter(
  one: { readonly edits: readonly Edit[]; readonly judgement: Judgement },
  other: typeof one,
): boolean {
  const fewer = doubts(other.judgement) - doubts(one.judgement);
  return fewer > 0 || (fewer === 0 && one.edits.length < other.edits.length);
}
