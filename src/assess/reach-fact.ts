import { CONTRACT_TYPES } from "../model/register.ts";
import type { Day, Raw } from "../model/values.ts";
import { addMonths, isRawList, isRawObject, monthsBetween, rawText } from "../model/values.ts";
import { criticalContracts } from "./critical-contracts.ts";
import type { Edit } from "./edit.ts";
import type { Trace } from "./evaluate.ts";
import { dayIn, numberIn } from "./fact.ts";
import { tolerableDisruption } from "./facts/mtpd.ts";
import { soteSet } from "./facts/sote-set.ts";
import { LONGEST_MONTHS } from "./facts/trained-share.ts";
import type { ReachFor } from "./reach-for.ts";
import { editsForListFact } from "./reach-list-fact.ts";
import { exampleOwner, exampleWhole } from "./recorded-value.ts";

/** Long enough for any procurement: what is proposed is an example of an end. */
const MONTHS_AHEAD = 48;

/**
 * Facts are computed: what to write so that they come out as wanted is known fact by fact. Undefined for
 * those that no answer of this subject settles: the classes of the contracts, and how purchases are spread.
 */
export function editsForFact(
  name: string,
  trace: Trace,
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] | undefined {
  const edit = (path: string, value: Raw): Edit => ({
    shape: reach.shape,
    entry: reach.entry,
    path,
    value,
  });
  switch (name) {
    case "stock-cover":
      return editsForCover("stock.lasts", trace, wanted, reach, edit);
    case "agreed-stock-cover":
      return editsForCover("clauses.buffer-stock.parameters.stock", trace, wanted, reach, edit);
    case "rto-below-mtpd":
      return editsForRecovery(wanted, reach, edit);
    case "sote-set":
      return wanted ? minimumTerms(edit) : [edit("clauses.exit-assistance", { status: "none" })];
    case "exercise-followed-up":
      return [edit("monitoring.last-exercise.corrective-actions", wanted ? "done" : "open")];
    case "origins-known":
    case "hosting-known":
    case "incidents-handled":
      return editsForListFact(name, wanted, reach);
    case "exit-plan-delivered":
      return [edit("exit.plan.delivered", wanted ? "yes" : "no")];
    case "supplier-identity":
      return wanted ? editsForIdentity(trace, edit) : undefined;
    case "sites-known":
      return wanted ? undefined : [edit("sites", "none")];
    case "sanctions-clear":
      return [edit("sanctions.result", wanted ? "clear" : "hit")];
    case "renewal-slack":
      return wanted && trace.seen?.state === "unknown"
        ? [edit("term.end", addMonths(reach.asOf, MONTHS_AHEAD))]
        : undefined;
    case "fixed-term":
      if (trace.truth !== "unknown") return undefined;
      return [
        wanted
          ? edit("term.end", addMonths(reach.asOf, MONTHS_AHEAD))
          : edit("term.open-ended", "yes"),
      ];
    case "key-wholes-owned":
      return editsForWholes(wanted, reach, edit);
    case "types":
      return editsForType(trace, wanted, edit);
    case "trained-share":
      return editsForTraining(trace, wanted, reach);
    // Shares and sums over the whole register: each contract is explained by itself.
    default:
      return undefined;
  }
}

type MakeEdit = (path: string, value: Raw) => Edit;

const USUAL_LEAD = "10 d";
const USUAL_LEAD_HOURS = 240;

function editsForCover(
  path: string,
  trace: Trace,
  wanted: boolean,
  { context }: ReachFor,
  edit: MakeEdit,
): readonly Edit[] {
  const lead = numberIn(context.read("stock.lead-time")) ?? 0;
  const enough = Math.ceil(((lead === 0 ? USUAL_LEAD_HOURS : lead) * Number(trace.against)) / 24);
  const edits = [edit(path, `${wanted ? enough : Math.max(0, enough - 1)} d`)];
  return lead === 0 ? [...edits, edit("stock.lead-time", USUAL_LEAD)] : edits;
}

function editsForRecovery(wanted: boolean, { context }: ReachFor, edit: MakeEdit): readonly Edit[] {
  const path = "clauses.recovery-objectives.parameters.rto";
  const tolerable = tolerableDisruption(context);
  const hours = tolerable.state === "known" ? Number(tolerable.value) : 48;
  const edits = [
    edit(path, wanted ? `${Math.max(0, Math.ceil(hours) - 1)} h` : `${Math.ceil(hours)} h`),
  ];
  return tolerable.state === "known" ? edits : [...edits, edit("criticality.mtpd", "48 h")];
}

function minimumTerms(edit: MakeEdit): readonly Edit[] {
  return soteSet.needs.map((path) =>
    edit(path, path.startsWith("clauses.") ? { status: "present" } : "yes"),
  );
}

/** A role for each whole that lacks one; where no wholes are named, an example of one. */
function editsForWholes(wanted: boolean, reach: ReachFor, edit: MakeEdit): readonly Edit[] {
  const path = "strategy.key-wholes";
  if (!wanted) return [edit(path, "none")];
  const wholes = reach.context.read(path);
  if (wholes.state !== "known" || !isRawList(wholes.value))
    return [edit(path, [exampleWhole(reach)])];
  return wholes.value.flatMap((whole, index) => {
    const owner = isRawObject(whole) ? rawText(whole["owner"]) : "";
    const isOpen = owner === "" || owner === "unknown" || owner === "none";
    return isOpen ? [edit(`${path}.${index}.owner`, exampleOwner(reach))] : [];
  });
}

/** That there is no parent can be proposed; a number of a register cannot. */
function editsForIdentity({ seen }: Trace, edit: MakeEdit): readonly Edit[] | undefined {
  if (seen?.state !== "unknown" || seen.blanks.some((path) => path !== "parent")) return undefined;
  return [edit("parent", "none")];
}

/** A type that is recorded is a fact about the contract, not something to change. */
function editsForType(
  { truth, against }: Trace,
  wanted: boolean,
  edit: MakeEdit,
): readonly Edit[] | undefined {
  if (truth !== "unknown") return undefined;
  const type = CONTRACT_TYPES.find((each) => (each === against) === wanted);
  return type === undefined ? undefined : [edit("type", type)];
}

/** Owners still to be trained (or, to fall short, known not to be), in the register's order. */
function editsForTraining(
  trace: Trace,
  wanted: boolean,
  { context, asOf }: ReachFor,
): readonly Edit[] {
  const { certain, possible } = criticalContracts(context);
  const share = Number(trace.against);
  const needed = wanted
    ? Math.ceil(share * (certain.length + possible.length))
    : Math.floor((1 - share) * certain.length) + 1;
  const days = certain.map((contract) => context.readOf(contract, "contract", "owner.trained"));
  const isTrained = (day: Day | undefined): boolean =>
    day !== undefined && monthsBetween(day, asOf) <= LONGEST_MONTHS;
  const trained = days.filter((reading) => isTrained(dayIn(reading))).length;
  const open = certain.filter((_, index) => {
    const reading = days[index];
    return (
      reading !== undefined && (wanted ? !isTrained(dayIn(reading)) : reading.state === "unknown")
    );
  });
  const already = wanted ? trained : certain.length - trained - open.length;
  return open.slice(0, Math.max(0, needed - already)).map(({ id }) => ({
    shape: "contract",
    entry: id,
    path: "owner.trained",
    value: wanted ? asOf : "none",
  }));
}
