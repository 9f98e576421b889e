/** Number of the glyph that a font draws for a code point; 0 when it has none. */
export type GlyphOf = (codePoint: number) => number;

/** Reads from a TrueType or OpenType font which code points it can draw. Throws when it has no Unicode table. */
export function readGlyphs(font: Uint8Array): GlyphOf {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, "cmap");
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const [platform, encoding] = [view.getUint16(record), view.getUint16(record + 2)];
    const table = cmap + view.getUint32(record + 4);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (unicode && view.getUint16(table) === 4)
      return (codePoint) => lookUp(view, table, codePoint);
  }
  throw new Error("the font has no Unicode table of format 4");
}

function findTable(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const name = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(record + byte)));
    if (name.join("") === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 4 of OpenType's `cmap`: segments of the first plane. */
function lookUp(view: DataView, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const doubled = view.getUint16(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    if (view.getUint16(table + 14 + at) < codePoint) continue;
    const start = view.getUint16(table + 16 + doubled + at);
    if (start > codePoint) return 0;
    const delta = view.getUint16(table + 16 + 2 * doubled + at);
    const offsetAt = table + 16 + 3 * doubled + at;
    const offset = view.getUint16(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(offsetAt + offset + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
