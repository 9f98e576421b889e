import type { NoticeRefusal } from "./notice.ts";
import type { Absence, RefusalReason, Rule } from "./reading.ts";
import type { XmlRefusal } from "./xml.ts";

/** What has fields in an import. */
export const SUBJECTS = ["organisation", "supplier", "contract"] as const;
/** One kind of thing that has fields. */
export type Subject = (typeof SUBJECTS)[number];

/** Fields of the register that an import reads, by subject, spelled as paths, in the order they are looked at. */
export const FIELDS = {
  organisation: ["name", "number"],
  supplier: ["name", "number", "country", "size", "subcontractors"],
  contract: [
    "id",
    "title",
    "diary",
    "stage",
    "type",
    "suppliers",
    "unit",
    "cpv",
    "procurement.procedure",
    "procurement.tenders-received",
    "procurement.joint",
    "procurement.annex-e",
    "procurement.notice",
    "framework.kind",
    "value.total",
    "value.estimated",
    "value.ex-vat",
    "term.start",
    "term.end",
    "term.options",
  ],
} as const satisfies Readonly<Record<Subject, readonly string[]>>;

/** What became of a field: a reading whose value is written as text. */
export type FieldOutcome =
  | { readonly kind: "taken"; readonly value: string; readonly from: string }
  | { readonly kind: "derived"; readonly value: string; readonly from: string; readonly rule: Rule }
  | { readonly kind: "missing"; readonly because: Absence }
  | {
      readonly kind: "refused";
      readonly because: RefusalReason;
      readonly from: string;
      readonly said: string;
    };
/** The four things that can become of a field. */
export type OutcomeKind = FieldOutcome["kind"];

/** One field of one entry in the register, and where it came from. */
export interface FieldRecord {
  readonly subject: Subject;
  readonly id: string;
  readonly field: string;
  readonly file: string;
  readonly outcome: FieldOutcome;
}

/** Why a file gave nothing. */
export type FileRefusal = XmlRefusal | NoticeRefusal;

/** What became of one file. `form` is the name of the notice's form, where there is one. */
export type FileRecord =
  | {
      readonly outcome: "read";
      readonly path: string;
      readonly form: string;
      readonly contracts: number;
      readonly lotsWithoutContract: number;
    }
  | {
      readonly outcome: "refused";
      readonly path: string;
      readonly form: string | undefined;
      readonly reason: FileRefusal;
    };

/** Something about the entries as a whole that the organisation should look at. */
export type Remark =
  /** The contract's buyer is not the register's organisation: its name stands as the contract's unit. */
  | { readonly kind: "buyer-as-unit"; readonly contract: string; readonly buyer: string }
  /** One number, several names: the first is kept. */
  | { readonly kind: "other-names"; readonly supplier: string; readonly names: readonly string[] }
  /** Suppliers of one name that cannot be told to be one company. */
  | { readonly kind: "same-name"; readonly name: string; readonly suppliers: readonly string[] }
  /** A modification notice that changed a contract already there. */
  | { readonly kind: "contract-updated"; readonly contract: string; readonly file: string }
  /** A contract that no title could be found for: left out. */
  | { readonly kind: "contract-without-title"; readonly file: string; readonly key: string };

/** All that an import did, as data. */
export interface Mapping {
  readonly files: readonly FileRecord[];
  readonly fields: readonly FieldRecord[];
  readonly remarks: readonly Remark[];
}

/** How many fields were taken, derived, missing and refused. */
export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

/** Counts the fields by what became of them: the four numbers add up to all fields. */
export function countOutcomes(fields: readonly FieldRecord[]): OutcomeCounts {
  const counts = { taken: 0, derived: 0, missing: 0, refused: 0 };
  for (const { outcome } of fields) counts[outcome.kind] += 1;
  return counts;
}
