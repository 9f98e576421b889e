import type { Place } from "../model/diagnostic.ts";
import type { ValueKind } from "../model/shape.ts";
import type { FieldValue, Reading } from "./reading.ts";

/** What a test looks at: the reading of a field, or a computed fact with its bounds. */
export type Observation = {
  readonly kind: ValueKind;
  /** The places it was taken from. */
  readonly places: readonly Place[];
} & (
  | { readonly state: "known"; readonly value: FieldValue }
  | {
      readonly state: "between";
      readonly low: number;
      readonly high: number;
      readonly blanks: readonly string[];
    }
  | { readonly state: "none" }
  | { readonly state: "unknown"; readonly blanks: readonly string[] }
  | { readonly state: "not-applicable"; readonly because: string }
);

/** A field's reading as something to test. */
export function observe(reading: Reading): Observation {
  const { kind, place } = reading;
  switch (reading.state) {
    case "known":
      return { kind, places: [place], state: "known", value: reading.value };
    case "none":
      return { kind, places: [place], state: "none" };
    case "not-applicable":
      return { kind, places: [place], state: "not-applicable", because: reading.because };
    case "unknown":
      return { kind, places: [], state: "unknown", blanks: [reading.path] };
  }
}
