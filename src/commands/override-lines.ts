import type { CatalogueOverride } from "../model/assessment.ts";
import type { Wording } from "../wording/wording.ts";

/** What the organisation decided otherwise than the catalogue, in a line or two; the report has the reasons. */
export function overrideLines(
  overrides: readonly CatalogueOverride[],
  say: Wording["say"],
): readonly string[] {
  const inForce = overrides.filter(({ over }) => !over);
  const idsOf = (wanted: readonly CatalogueOverride["what"][]): readonly string[] =>
    inForce.filter(({ what }) => wanted.includes(what)).map(({ id }) => id);
  const changed = idsOf(["new", "replaced", "adjusted"]);
  const off = idsOf(["off"]);
  return [
    ...(changed.length === 0
      ? []
      : [say("command.assess.own", { count: changed.length, ids: changed.join(", ") })]),
    ...(off.length === 0
      ? []
      : [say("command.assess.off", { count: off.length, ids: off.join(", ") })]),
  ];
}
