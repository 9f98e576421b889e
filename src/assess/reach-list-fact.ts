import type { Raw, RawObject } from "../model/values.ts";
import type { Edit } from "./edit.ts";
import { isOriginSettled } from "./facts/origins-known.ts";
import { itemsIn, saidIn } from "./list-items.ts";
import type { ReachFor } from "./reach-for.ts";

/** An example of a country; which one is for the organisation to say. */
const COUNTRY = "FI";

/** Edits for the facts about a list: the list as it would stand, with what it lacks filled in. */
export function editsForListFact(
  name: "origins-known" | "hosting-known" | "incidents-handled",
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] {
  const edit = (path: string, value: Raw): readonly Edit[] => [
    { shape: reach.shape, entry: reach.entry, path, value },
  ];
  const listed = (path: string): readonly RawObject[] => itemsIn(reach.context.read(path)) ?? [];
  switch (name) {
    case "origins-known": {
      if (!wanted) return edit("chain.components", "none");
      const [first, ...rest] = listed("chain.components").map((component) =>
        isOriginSettled(component) ? component : { ...component, origin: [COUNTRY] },
      );
      return edit("chain.components", [first ?? { origin: [COUNTRY], critical: "yes" }, ...rest]);
    }
    case "hosting-known": {
      if (!wanted) return edit("ict.hosting", "refused");
      const [first, ...rest] = listed("ict.hosting").map((host) =>
        saidIn(host, "country") === undefined ? { ...host, country: COUNTRY } : host,
      );
      return edit("ict.hosting", [first ?? { country: COUNTRY }, ...rest]);
    }
    case "incidents-handled": {
      const incidents = listed("monitoring.incidents");
      // Nobody is told to record an incident that may never have been.
      if (incidents.length === 0) return [];
      const handled = wanted ? "yes" : "no";
      return edit(
        "monitoring.incidents",
        incidents.map((incident) => ({ ...incident, handled })),
      );
    }
  }
}
