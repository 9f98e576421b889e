/* Control characters, the marks that turn the direction of text, lone surrogates and non-characters. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;
const BREAKS = /[\t\n\r\u0085\u2028\u2029]+/gu;

/**
 * Somebody else's text as one line that any document can hold: line breaks become a space, and a
 * character that cannot be printed, or that would make the text read otherwise than it is stored,
 * becomes the replacement character U+FFFD, so that a reader sees that something was there.
 */
export function printable(text: string): string {
  return text.replace(BREAKS, " ").replace(UNPRINTABLE, "\uFFFD");
}

/** `text` cut to at most `length` characters, an ellipsis included; never through a surrogate pair. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}
