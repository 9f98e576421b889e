import type { Source } from "../../model/criterion.ts";
import type { Block } from "../../model/report.ts";
import { byCodeUnits } from "../../model/values.ts";
import { cell, code, join, paragraph, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { sourceText } from "../verdicts.ts";

interface UnverifiedSource {
  readonly source: Source;
  /** Ids of the criteria that rest on it. */
  readonly criteria: readonly string[];
}

/** How the catalogue names a proposal of ours, which has no other source. */
const OWN_PROPOSAL = "own proposal";

/** Sources that nobody has read in their present wording, with the criteria that rest on them. */
export function unverified(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const found = unverifiedSources(brief);
  if (found.length === 0) return [paragraph(say("report.method.all-verified"))];
  return [
    paragraph(say("report.method.unverified-intro")),
    table(
      say("report.method.unverified"),
      [
        { title: say("report.columns.source"), width: 32 },
        { title: say("report.columns.mark"), width: 26 },
        { title: say("report.columns.criteria"), width: 42 },
      ],
      found.map(({ source, criteria }) => [
        cell(source.act === OWN_PROPOSAL ? "–" : [sourceText(source)]),
        cell(say(`terms.source-marks.${source.mark === "?" ? "open" : source.mark}`)),
        cell(join(criteria.map(code), ", ")),
      ]),
    ),
  ];
}

function unverifiedSources({ criteria, assessment }: ReportBrief): readonly UnverifiedSource[] {
  const found = new Map<string, { source: Source; criteria: string[] }>();
  for (const id of assessment.coverage.keys()) {
    for (const source of criteria.get(id)?.sources ?? []) {
      if (source.mark === "V") continue;
      const key = [source.act, source.section ?? "", source.mark].join("\n");
      const known = found.get(key);
      if (known === undefined) found.set(key, { source, criteria: [id] });
      else if (!known.criteria.includes(id)) known.criteria.push(id);
    }
  }
  return [...found]
    .toSorted(([left], [right]) => byCodeUnits(left, right))
    .map(([, entry]) => entry);
}
