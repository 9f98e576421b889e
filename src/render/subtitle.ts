import type { Page, Report } from "../model/report.ts";
import { makeFormat } from "../wording/format.ts";
import { cleanText } from "./clean.ts";

/** The day of assessment, as the language of the report writes it. */
export function writeDay({ language, asOf }: Report): string {
  return makeFormat(language).day(asOf);
}

/** What stands under the title: the subtitle, and the day of assessment unless the subtitle says it. */
export function writeSubtitle(page: Page): string {
  const subtitle = cleanText(page.subtitle);
  const { asOf } = page;
  if (asOf === undefined) return subtitle;
  const day = writeDay({ ...page, asOf });
  if (subtitle.includes(day)) return subtitle;
  return subtitle === "" ? day : `${subtitle} · ${day}`;
}
