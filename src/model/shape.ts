/** What kind of value a field holds. */
export type ValueKind =
  | "answer"
  | "clause"
  | "span"
  | "period"
  | "span-or-period"
  | "share"
  | "number"
  | "day"
  | "country"
  | "currency"
  | "cpv"
  | "business-id"
  | "text"
  | "id"
  | "word"
  | "list"
  | "block";

/** The form of one part of a register. Names refer to other shapes. */
export interface Shape {
  readonly kind: ValueKind;
  readonly fields?: Readonly<Record<string, string>>;
  readonly item?: string;
  readonly words?: readonly string[];
}
