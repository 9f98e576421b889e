/** White space that breaks lines, in all its spellings. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Characters that are not seen but change what is seen: soft hyphens, zero widths, changes of direction. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** The other control characters and halves of surrogate pairs. */
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

/**
 * `text` as one line that says only what it shows: line breaks and tabs become spaces, unseen
 * characters go, and other control characters become U+FFFD.
 */
export function cleanText(text: string): string {
  return text.replace(BREAKS, " ").replace(UNSEEN, "").replace(CONTROLS, "\ufffd");
}

/** `href` as it may stand in a document, or undefined when it is not an `https:` address. */
export function cleanHref(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === "https:" ? url.href : undefined;
}
