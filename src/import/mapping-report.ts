import type { Wording } from "../wording/wording.ts";
import { FIELDS, SUBJECTS, countOutcomes } from "./mapping.ts";
import type { FieldRecord, FileRecord, Mapping, Remark, Subject } from "./mapping.ts";

/** How many entries are named where many have met the same thing. */
const NAMED = 5;
/** Longest text of a notice that is repeated, in characters. */
const LONGEST_SAID = 40;

/**
 * An account of an import for the terminal, line by line: what became of each file, a table of the
 * fields, how values were converted, what was refused and why, and the four numbers.
 */
export function writeMappingReport(mapping: Mapping, wording: Wording): readonly string[] {
  const { taken, derived, missing, refused } = countOutcomes(mapping.fields);
  return [
    wording.say("import.title"),
    "",
    ...fileLines(mapping.files, wording),
    ...fieldLines(mapping.fields, wording),
    ...section(wording.say("import.converted.heading"), convertedLines(mapping.fields, wording)),
    ...section(wording.say("import.withheld.heading"), absenceLines(mapping.fields, wording)),
    ...section(wording.say("import.refused.heading"), refusedLines(mapping.fields, wording)),
    ...section(wording.say("import.remarks.heading"), remarkLines(mapping.remarks, wording)),
    wording.say("import.preparedness"),
    wording.say("import.closing", { taken, derived, missing, refused }),
  ];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ""];
}

function fileLines(files: readonly FileRecord[], wording: Wording): readonly string[] {
  const head = ["file", "form", "result"].map((column) => wording.say(`import.files.${column}`));
  const rows = files.map((file) => [
    visible(file.path),
    file.form === undefined ? wording.say("import.files.no-form") : visible(file.form),
    sayResult(file, wording),
  ]);
  return section(wording.say("import.files.heading"), align([head, ...rows], 0));
}

function sayResult(file: FileRecord, wording: Wording): string {
  if (file.outcome === "refused") {
    const reason = wording.say(`import.file-reason.${file.reason}`);
    return wording.say("import.files.refused", { reason });
  }
  const contracts = wording.say("import.files.read", { count: file.contracts });
  return file.lotsWithoutContract === 0
    ? contracts
    : wording.say("import.files.read-with-lots", { contracts, lots: file.lotsWithoutContract });
}

function fieldLines(fields: readonly FieldRecord[], wording: Wording): readonly string[] {
  const columns = ["field", "taken", "derived", "missing", "refused"];
  const head = columns.map((column) => wording.say(`import.fields.${column}`));
  const rows = inOrder(fields).map(({ subject, field, records }) => {
    const { taken, derived, missing, refused } = countOutcomes(records);
    const counts = [taken, derived, missing, refused].map(String);
    return [labelOf(subject, field, wording), ...counts];
  });
  return section(wording.say("import.fields.heading"), align([head, ...rows], COUNTED));
}

/** Columns of numbers, which stand to the right. */
const COUNTED = 4;

interface FieldGroup {
  readonly subject: Subject;
  readonly field: string;
  readonly records: readonly FieldRecord[];
}

function inOrder(fields: readonly FieldRecord[]): readonly FieldGroup[] {
  return SUBJECTS.flatMap((subject) =>
    FIELDS[subject].map((field) => ({
      subject,
      field,
      records: fields.filter((record) => record.subject === subject && record.field === field),
    })),
  ).filter(({ records }) => records.length > 0);
}

function labelOf(subject: Subject, field: string, wording: Wording): string {
  return wording.say("import.label", {
    subject: wording.say(`import.subject.${subject}`),
    field: wording.say(`import.field.${subject}.${field}`),
  });
}

/** One line for each field and reason; `reasonOf` gives the key of the reason, or undefined. */
function reasonLines(
  fields: readonly FieldRecord[],
  wording: Wording,
  reasonOf: (record: FieldRecord) => string | undefined,
  write: (label: string, reason: string, records: readonly FieldRecord[]) => string,
): readonly string[] {
  return inOrder(fields).flatMap(({ subject, field, records }) => {
    const byReason = new Map<string, FieldRecord[]>();
    for (const record of records) {
      const reason = reasonOf(record);
      if (reason === undefined) continue;
      const same = byReason.get(reason);
      if (same === undefined) byReason.set(reason, [record]);
      else same.push(record);
    }
    const label = labelOf(subject, field, wording);
    return [...byReason].map(([reason, same]) => write(label, wording.say(reason), same));
  });
}

function convertedLines(fields: readonly FieldRecord[], wording: Wording): readonly string[] {
  return reasonLines(
    fields,
    wording,
    ({ outcome }) => (outcome.kind === "derived" ? `import.rule.${outcome.rule}` : undefined),
    (label, reason, records) =>
      wording.say("import.line", { label, reason, count: records.length }),
  );
}

function absenceLines(fields: readonly FieldRecord[], wording: Wording): readonly string[] {
  return reasonLines(
    fields,
    wording,
    ({ outcome }) =>
      outcome.kind === "missing" && outcome.because !== "not-said"
        ? `import.absence.${outcome.because}`
        : undefined,
    (label, reason, records) => sayWithIds(label, reason, records, wording),
  );
}

function refusedLines(fields: readonly FieldRecord[], wording: Wording): readonly string[] {
  return reasonLines(
    fields,
    wording,
    ({ outcome }) => (outcome.kind === "refused" ? `import.refusal.${outcome.because}` : undefined),
    (label, reason, records) => sayWithIds(label, reason, records, wording),
  );
}

function sayWithIds(
  label: string,
  reason: string,
  records: readonly FieldRecord[],
  wording: Wording,
): string {
  const count = records.length;
  const named = records.map(({ id, outcome }) => {
    const said = outcome.kind === "refused" ? shorten(visible(outcome.said)) : "";
    return said === "" ? id : wording.say("import.said", { id, said });
  });
  const ids = nameSome(named, wording);
  return wording.say("import.line-with-ids", { label, reason, count, ids });
}

function nameSome(names: readonly string[], wording: Wording): string {
  const first = names.slice(0, NAMED).join(", ");
  const rest = names.length - NAMED;
  return rest > 0 ? wording.say("import.more", { ids: first, count: rest }) : first;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SAID
    ? text
    : `${characters.slice(0, LONGEST_SAID - 1).join("")}…`;
}

function remarkLines(remarks: readonly Remark[], wording: Wording): readonly string[] {
  return remarks.map((remark) => {
    const { kind, ...params } = remark;
    const shown: Record<string, string> = {};
    for (const [name, value] of Object.entries<string | readonly string[]>(params)) {
      shown[name] =
        typeof value === "string" ? visible(value) : nameSome(value.map(visible), wording);
    }
    return wording.say(`import.remarks.${kind}`, shown);
  });
}

/** Characters that would move the cursor, or the reader's eye, are shown as what they are not. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}

/** Lines up the cells of a table; the last `toTheRight` columns stand to the right. */
function align(rows: readonly (readonly string[])[], toTheRight: number): readonly string[] {
  const [head = []] = rows;
  const lengthOf = (text: string): number => Array.from(text).length;
  const widths = head.map((_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - lengthOf(cell));
        return column >= head.length - toTheRight ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}
