import { expect, test } from "vitest";
import { readGlyphs } from "../../../src/render/glyphs.ts";
import { RENDER_ASSETS } from "../../support/render-assets.ts";

const { fonts } = RENDER_ASSETS;

for (const [name, font] of Object.entries(fonts)) {
  const glyphOf = readGlyphs(font);

  test(`${name} draws a hyphen and a soft hyphen with different glyphs`, () => {
    expect(glyphOf(0x2d)).not.toBe(0);
    expect(glyphOf(0x2d)).not.toBe(glyphOf(0xad));
  });

  test(`${name} has what Finnish, Swedish and English reports write`, () => {
    const wanted = "−–—-\u00a0\u2011ÅÄÖåäöšžŠŽéü§€%≥≤≠→•…“”’«»½×·\ufffd0123456789()";
    expect([...wanted].filter((letter) => glyphOf(letter.codePointAt(0) ?? 0) === 0)).toEqual([]);
  });

  test(`${name} has no glyph for what it cannot draw`, () => {
    expect([0x65e5, 0x1f600, 0xffff].map(glyphOf)).toEqual([0, 0, 0]);
  });
}
