import type { Place } from "../model/diagnostic.ts";
import type { Paint } from "../render/paint.ts";
import type { Format } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";

/** What an explanation is written with. */
export interface ExplanationVoice {
  /** Has the areas `explain` and `terms`. */
  readonly wording: Wording;
  readonly format: Format;
  readonly paint: Paint;
  /** A place as `file:line`. */
  readonly locate: (place: Place) => string;
}
