/** The parts of an assessment in JSON that its verdict table shows. */
interface Written {
  readonly organisation: Subject;
  readonly contracts: readonly Subject[];
  readonly suppliers: readonly Subject[];
  readonly portfolio: Subject;
  readonly counts: Readonly<Record<string, number>>;
}

interface Interval<T> {
  readonly low: T;
  readonly high: T;
}

interface Subject {
  readonly id?: string;
  /** Null for a supplier of no present contract. */
  readonly class?: (Interval<string> & { readonly rows?: Interval<string> }) | null;
  readonly preparedness?: (Interval<number> & { readonly grade: number }) | null;
  readonly priority?: Interval<string>;
  readonly verdicts: readonly VerdictWritten[];
}

interface VerdictWritten extends Interval<number> {
  readonly criterion: string;
  readonly verdict: string;
  readonly partial: boolean;
  readonly stale: boolean;
  readonly accepted: boolean;
  readonly weight: number;
}

/** Every verdict of an assessment in JSON, one a line under its subject: what a large one says, for a person to compare. */
export function verdictTable(json: string): string {
  const { organisation, contracts, suppliers, portfolio, counts } = JSON.parse(json) as Written;
  const subjects = [
    ["organisation", organisation],
    ["portfolio", portfolio],
    ...contracts.map((each) => ["contract", each] as const),
    ...suppliers.map((each) => ["supplier", each] as const),
  ] as const;
  const blocks = subjects.map(([kind, subject]) =>
    [headOf(kind, subject), ...subject.verdicts.map(lineOf)].join("\n"),
  );
  return `${[...blocks, JSON.stringify(counts)].join("\n\n")}\n`;
}

function headOf(
  kind: string,
  { id = "", class: decided, preparedness, priority }: Subject,
): string {
  const parts = [
    `${kind} ${id}`.trim(),
    !decided ? "" : `class ${span(decided)}`,
    !decided?.rows ? "" : `row ${span(decided.rows)}`,
    preparedness ? `preparedness ${figures(preparedness)}, grade ${preparedness.grade}` : "",
    priority === undefined ? "" : `priority ${span(priority)}`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function lineOf(written: VerdictWritten): string {
  const { criterion, verdict, weight } = written;
  const details = (["partial", "stale", "accepted"] as const).filter((detail) => written[detail]);
  const said = [verdict, ...details].join(", ");
  return `  ${criterion.padEnd(36)}${said.padEnd(20)}weight ${weight}, ${figures(written)}`;
}

function span({ low, high }: Interval<string>): string {
  return low === high ? low : `${low}–${high}`;
}

function figures({ low, high }: Interval<number>): string {
  return `${low.toFixed(4)}–${high.toFixed(4)}`;
}
