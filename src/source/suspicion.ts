/**
 * Finds, in time that grows with the text alone, the parts that may hold a well-known YAML trap: a
 * number with a leading zero, text that a comment may have cut, and Norway's code without quotes.
 * What it finds is only a reason to read that entry carefully.
 */
const LEADING_ZERO_OR_NORWAY =
  /(?:[:,[{]|^[ ]*-)[ \t]+[-+]?0\d+[ \t]*(?:$|[,\]}#\r])|[[{,][ \t]*[-+]?0\d+[ \t]*[,\]}]|(?:[:,[{-])[ \t]*NO[ \t]*(?:$|[,\]}#\r])/gmu;
/** The end of a text that a comment follows. */
const BEFORE_COMMENT = /[^\s#] #[^\s#]/gu;
/** The beginning of a line whose value is plain text. */
const PLAIN_VALUE = /[^#\n"']*?[:-][ \t]+[^\s"'[{|>#]/uy;

/** Offsets at which something looks like a trap; those of each kind in order. */
export function* suspiciousOffsets(text: string): Generator<number> {
  for (const match of text.matchAll(LEADING_ZERO_OR_NORWAY)) yield match.index;
  let line = 0;
  for (const match of text.matchAll(BEFORE_COMMENT)) {
    // Only the first of a line can cut a text: the rest of the line is the comment.
    if (match.index < line) continue;
    PLAIN_VALUE.lastIndex = text.lastIndexOf("\n", match.index) + 1;
    const value = PLAIN_VALUE.exec(text);
    const end = text.indexOf("\n", match.index);
    line = end === -1 ? text.length : end;
    if (value !== null && PLAIN_VALUE.lastIndex <= match.index + 1) yield match.index;
  }
}
