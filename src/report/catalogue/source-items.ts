import type { Source } from "../../model/criterion.ts";
import type { Inline } from "../../model/report.ts";
import { strong, text } from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";

/** Sources that nobody has verified in the wording in force: they are set apart wherever they are named. */
export function isDoubtful({ mark }: Source): boolean {
  return mark === "B" || mark === "V-old" || mark === "?";
}

/** What something rests on: the act, how it was verified, and when. */
export function sourceItems(
  sources: readonly Source[],
  { wording: { say }, format }: CatalogueBrief,
): readonly (readonly Inline[])[] {
  return sources.map((source) => {
    const mark = say(`explain.marks.${source.mark === "?" ? "open" : source.mark}`);
    // A proposal of ours has no other name.
    if (source.mark === "D") return [text(mark)];
    const name = [source.act, source.section].filter((part) => part !== undefined).join(", ");
    const checked =
      source.checked === undefined
        ? ""
        : `, ${say("explain.checked", { day: format.day(source.checked) })}`;
    return [
      source.url === undefined
        ? text(name)
        : { kind: "link" as const, text: name, href: source.url },
      text(" – "),
      isDoubtful(source) ? strong(mark) : text(mark),
      text(checked),
    ];
  });
}

/** The sources on one line, for a table. */
export function sourcesText(sources: readonly Source[], brief: CatalogueBrief): string {
  return sourceItems(sources, brief)
    .map((item) => item.map((piece) => piece.text).join(""))
    .join("; ");
}
