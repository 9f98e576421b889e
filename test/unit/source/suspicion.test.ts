import { describe, expect, it } from "vitest";
import { suspiciousOffsets } from "../../../src/source/suspicion.ts";

const found = (text: string): readonly number[] => [...suspiciousOffsets(text)];

describe("suspiciousOffsets", () => {
  it.each([
    "a: 010\n",
    "a: 010 \r\n",
    "a: [1, 010]\n",
    "a: {b: 010}\n",
    "a:\n  - 010\n",
    "a: +07\n",
    "a: 010 # c\n",
  ])("sees the leading zero in %j", (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    "country: NO\n",
    "origin: [SE, NO]\n",
    "origin:\n  - NO\n",
    "{ country: NO, a: b }\n",
    "country: NO\r\n",
    "country: NO",
  ])("sees Norway in %j", (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each(["title: Avtal #12\n", "  - Avtal #12\n", 'a: b "c" #d\n', "x: 1\ntitle: Avtal #12 #13"])(
    "sees the text cut in %j",
    (text) => {
      expect(found(text)).toHaveLength(1);
    },
  );

  it.each([
    "a: 10\n",
    "a: 0\n",
    "a: 0.5\n",
    'a: "010"\n',
    "a: 010-1\n",
    "country: NOR\n",
    "a: x#y\n",
    "a: x  # c\n",
    "# a: b #c\n",
    'a: "b #c"\n',
    "a: 'b' # c\n",
  ])("sees nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(["a: b - c:", " #a: b", "[{,: ", "'\" #: "])(
    "takes no longer than the text is long: %j",
    (piece) => {
      const started = performance.now();
      found(piece.repeat(300_000));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
