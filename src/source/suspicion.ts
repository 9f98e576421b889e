/**
 * Finds, with one pass of a pattern, the parts of a text that may hold a well-known YAML trap: a
 * number with a leading zero, text that a comment may have cut, and Norway's code without quotes.
 * What it finds is only a reason to read that entry carefully.
 */
const SUSPICIOUS =
  /(?:[:,[{]|^[ ]*-)[ \t]+[-+]?0\d+[ \t]*(?:$|[,\]}#\r])|[[{,][ \t]*[-+]?0\d+[ \t]*[,\]}]|^[^#\n"']*?[:-][ \t]+[^\s"'[{|>#][^\n#]*[^\s#] #|(?:[:,[{-])[ \t]*NO[ \t]*(?:$|[,\]}#\r])/gmu;

/** Offsets at which something looks like a trap, in order. */
export function* suspiciousOffsets(text: string): Generator<number> {
  for (const match of text.matchAll(SUSPICIOUS)) yield match.index;
}
