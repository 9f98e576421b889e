import { CODES } from "../../model/codes.ts";
import type { Block } from "../../model/report.ts";
import { code, heading, paragraph } from "../../report/blocks.ts";
import type { CatalogueBrief } from "../../report/catalogue/catalogue-brief.ts";

/** Every diagnostic that the tool can give: what it means and what to do. */
export function codesPage({ wording: { say } }: CatalogueBrief): readonly Block[] {
  const families = [...new Set(Object.keys(CODES).map((each) => each.charAt(0)))];
  return families.flatMap((family) => [
    heading(1, `codes-${family.toLowerCase()}`, say(`catalogue.reference.codes.${family}`)),
    ...Object.entries(CODES)
      .filter(([each]) => each.startsWith(family))
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([each, { name, class: kind }]) => [
        heading(2, `code-${each.toLowerCase()}`, each),
        paragraph(code(name), ` · ${say(`diagnostics.classes.${kind}`)}`),
        paragraph(say(`diagnostics.${each}.page`)),
      ]),
  ]);
}
