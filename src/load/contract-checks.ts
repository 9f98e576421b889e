import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Day, Raw, RawObject } from "../model/values.ts";
import {
  addDays,
  addPeriod,
  isRawList,
  isRawObject,
  parseDay,
  parsePeriod,
  parseShare,
  rawText,
} from "../model/values.ts";

/** Checks what the parts of one contract say of each other. */
export function checkContract(
  raw: RawObject,
  file: string,
  pointer: string,
  today: Day,
): readonly Diagnostic[] {
  const at = (path: string): Place => ({ file, pointer: `${pointer}/${path}`, part: "value" });
  return [
    ...checkTerm(raw["term"], at, today),
    ...checkShares(raw["suppliers"], at("suppliers")),
    ...checkSupplierTwice(raw["suppliers"], at),
    ...checkAcceptances(raw["accepted"], at, today),
  ];
}

/** Checks what the parts of one supplier say of each other. */
export function checkSupplier(
  raw: RawObject,
  file: string,
  pointer: string,
  today: Day,
): readonly Diagnostic[] {
  const at = (path: string): Place => ({ file, pointer: `${pointer}/${path}`, part: "value" });
  return [
    ...checkShares(raw["owners"], at("owners")),
    ...checkShares(raw["subcontractors"], at("subcontractors")),
    ...checkAcceptances(raw["accepted"], at, today),
  ];
}

type At = (path: string) => Place;

function dayIn(value: Raw | undefined): Day | undefined {
  return typeof value === "string" ? parseDay(value) : undefined;
}

function checkTerm(term: Raw | undefined, at: At, today: Day): readonly Diagnostic[] {
  if (!isRawObject(term)) return [];
  const start = dayIn(term["start"]);
  const end = dayIn(term["end"]);
  if (start !== undefined && end !== undefined && end < start) {
    return [diagnose("R014", { start, end }, at("term/end"), [at("term/start")])];
  }
  if (end === undefined || !isRawList(term["options"])) return [];
  return checkOptions(term, end, at, today);
}

/**
 * An option must be decided no later than the last day on which notice can still be given: the end of
 * the term (earlier options included) less the notice period. Without a notice period, no later than the end.
 */
function checkOptions(term: RawObject, end: Day, at: At, today: Day): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const notice = typeof term["notice"] === "string" ? parsePeriod(term["notice"]) : undefined;
  let endsAt: Day | undefined = end;
  for (const [index, option] of (isRawList(term["options"]) ? term["options"] : []).entries()) {
    if (!isRawObject(option) || endsAt === undefined) continue;
    const decideBy = dayIn(option["decide-by"]);
    const lastDay: Day =
      notice === undefined ? endsAt : addDays(addPeriod(addDays(endsAt, 1), notice, -1), -1);
    const place = at(`term/options/${index}/decide-by`);
    if (decideBy !== undefined && decideBy > lastDay) {
      diagnostics.push(
        diagnose("R015", { "decide-by": decideBy, "last-day": lastDay }, place, [at("term/end")]),
      );
    } else if (decideBy !== undefined && decideBy < today && isBlank(option["exercised"])) {
      diagnostics.push(diagnose("R022", { "decide-by": decideBy }, place));
    }
    const extension: Raw | undefined = option["extends"];
    const period = typeof extension === "string" ? parsePeriod(extension) : undefined;
    endsAt = period === undefined ? undefined : addDays(addPeriod(addDays(endsAt, 1), period), -1);
  }
  return diagnostics;
}

function isBlank(value: Raw | undefined): boolean {
  return value === undefined || value === null || value === "unknown";
}

/** Shares of one whole; half a per mille of slack for rounding by hand. */
const WHOLE = 1.0005;

function checkShares(list: Raw | undefined, place: Place): readonly Diagnostic[] {
  if (!isRawList(list)) return [];
  const sum = list.reduce<number>(
    (total, each) => total + (isRawObject(each) ? writtenShare(each["share"]) : 0),
    0,
  );
  if (sum <= WHOLE) return [];
  return [diagnose("R010", { sum: `${Math.round(sum * 1000) / 10} %` }, { ...place, part: "key" })];
}

/** A number above 1 is a share without its percent sign, which the schema has said. */
function writtenShare(value: Raw | undefined): number {
  if (typeof value === "number" && value > 1) return 0;
  return parseShare(value) ?? 0;
}

function checkSupplierTwice(list: Raw | undefined, at: At): readonly Diagnostic[] {
  if (!isRawList(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((each, index) => {
    const id = isRawObject(each) ? each["supplier"] : each;
    if (typeof id !== "string") return [];
    if (seen.has(id)) return [diagnose("S019", { value: id }, at(`suppliers/${index}`))];
    seen.add(id);
    return [];
  });
}

/** Acceptances whose end has passed: the finding is back, and the register should say so. */
export function checkAcceptances(
  accepted: Raw | undefined,
  at: At,
  today: Day,
): readonly Diagnostic[] {
  if (!isRawList(accepted)) return [];
  return accepted.flatMap((each, index) => {
    const until = isRawObject(each) ? dayIn(each["until"]) : undefined;
    if (!isRawObject(each) || until === undefined || until >= today) return [];
    const params = { criterion: rawText(each["criterion"]), until };
    return [diagnose("R018", params, at(`accepted/${index}/until`))];
  });
}
