import type { Place } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { ReportBrief } from "../report/brief.ts";
import { makeFormat } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assessed } from "./assessed.ts";
import { toolVersion } from "./workspace.ts";

/** What every document about an assessment is built from. */
export function briefFor(
  { workspace, catalogue, assessment }: Assessed,
  wording: Wording,
  most: number | undefined,
  platform: Platform,
): ReportBrief {
  const { loaded, policy } = workspace;
  const locate = (place: Place): string => {
    const file = loaded.nameOf(place.file);
    const span = loaded.locate(place);
    return span === undefined ? file : `${file}:${span.start.line}`;
  };
  return {
    assessment,
    criteria: catalogue.criteria,
    vitalFunctions: catalogue.vitalFunctions,
    library: new Set(catalogue.clauses.keys()),
    groups: catalogue.groups,
    wording,
    format: makeFormat(wording.language),
    locate,
    tool: { name: "beredskap", version: toolVersion(platform) },
    profile: catalogue.profile,
    marking: policy.marking,
    most,
  };
}
