import fc from "fast-check";

/** A value of a generated document: a scalar as it is written, a map, or a list. */
export type Written =
  | string
  | { readonly map: readonly (readonly [string, Written])[] }
  | { readonly list: readonly Written[] };

/** Scalars of which readers of YAML have been known to make different things. */
const ODD_SCALARS = [
  ...[
    "010",
    "0o10",
    "0x1F",
    "1_000",
    ".5",
    "-.5",
    "+.5",
    "5.",
    "1e3",
    "1e400",
    "+1",
    "-0",
    "+0",
    "00",
    "0b11",
    "1:30",
    "12:30:45",
  ],
  ...[
    "2026-01-01",
    "2026-01-01T10:00:00Z",
    ".inf",
    "-.inf",
    ".nan",
    "9007199254740993",
    "1,5",
    "1.5 %",
    "6 months",
    "12 34",
  ],
  ...[
    "-",
    "~",
    "null",
    "NULL",
    "NO",
    "no",
    "yes",
    "True",
    "tRue",
    "=",
    "<<",
    "?",
    "? x",
    "?x",
    "-x",
    "- x",
    ":",
    ":x",
    "...",
    "---",
  ],
  ...[
    "a#b",
    "a #b",
    "a: b",
    "a:b",
    "http://x.fi/a?b=c#d",
    "[x",
    "x]",
    "{x",
    "x, y",
    "it's",
    '"q',
    "%x",
    "@x",
    "`x",
    "&a",
    "*a",
    "!x",
    "! x",
  ],
  ...[
    "åäö ÅÄÖ",
    "日本 😀",
    "a\tb",
    "a\\b",
    "a\u00a0b",
    "a\u2028b",
    "\u0085x",
    "x ",
    "x\t",
    "''",
    '""',
    '"\\u00e4\\n"',
    '"\\q"',
    "'a: b'",
    '"a # b"',
  ],
  ...[
    "'a'#b",
    '"a"#b',
    "'a' b",
    "'a\n     b'",
    '"a\n     b"',
    '"a\\\n     b"',
    "'a\n\n     b'",
    "a\n     b",
    "a\n\n     b",
  ],
  ...[
    "[]",
    "{}",
    "[a, b]",
    "[a, b,]",
    "[a, , b]",
    "[,]",
    "{ a: b }",
    "{a, b}",
    "{a:1}",
    '{ "a":1 }',
    "{ ~: 1 }",
    "{ : 1 }",
    "{a: 1, a: 2}",
  ],
  ...[
    "[a: b]",
    "{? a : b}",
    "{a: [1, 010], b: {c: NO}}",
    "[a,\n     b]",
    "{ a: 1, # c\n     b: 2 }",
    "[\n a\n ]",
  ],
  ...[
    "|\n     a\n      b\n     c",
    "|-\n     a\n\n",
    "|+\n     a\n\n",
    ">\n     a\n     b\n\n     c\n      d\n",
    "|2\n       a",
    "|1-\n     x",
  ],
  ...[
    "| # c\n     a",
    "|\n",
    "|\n\n     a\n",
    "|\n     # a\n     b",
    "|\n     a\n    #x",
    "|\n     - a\n     - b",
  ],
] as const;

const PLAIN = ["a", "text", "Avtal om mat", "12", "in-force", "yes", "Obs"] as const;
const KEYS = ["id", "title", "notes", "a", "b", "ref"] as const;
const ODD_KEYS = [
  '"q"',
  "'q q'",
  "å",
  "a b",
  "10",
  "1.0",
  "1e3",
  "true",
  "~",
  "-a",
  "a#b",
  "*a",
  "[a]",
  "{a: b}",
  "<<",
  "? a",
  "",
  "__proto__",
  ".5",
] as const;

const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_SCALARS) },
  { weight: 5, arbitrary: fc.constantFrom(...PLAIN) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from("ab 1-:#'\"[]{},.0?!&*|>%~\\\n\t")),
      maxLength: 10,
    }),
  },
);
const key = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS) },
);

const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: scalar },
    {
      weight: 2,
      arbitrary: fc.record({ map: fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ list: fc.array(tie("value"), { maxLength: 3 }) }) },
  ),
}));

const entry = fc.record({ map: fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }) });
const section = fc.tuple(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom(
        "kind",
        "version",
        "organisation",
        "contracts",
        "suppliers",
        "x-a",
        "functions",
      ),
    },
    { weight: 1, arbitrary: key },
  ),
  fc.oneof(value, fc.record({ list: fc.array(entry, { minLength: 1, maxLength: 4 }) })),
);

interface Layout {
  readonly indent: number;
  readonly between: readonly string[];
  readonly after: readonly string[];
  readonly lineEnd: string;
  readonly mark: string;
  readonly start: string;
  readonly end: string;
  readonly unique: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(0, 2, 4),
  between: fc.array(
    fc.constantFrom(
      "",
      "",
      "",
      "",
      "\n",
      "# c\n",
      "   # c\n",
      "        # c\n",
      "\t\n",
      "  \n",
      "#\n",
    ),
    { minLength: 1, maxLength: 8 },
  ),
  after: fc.array(fc.constantFrom("", "", "", "", " ", "  # c", "\t", " #"), {
    minLength: 1,
    maxLength: 8,
  }),
  lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
  mark: fc.constantFrom("", "", "\u{feff}"),
  start: fc.constantFrom("", "", "", "", "# c\n", "---\n", "%YAML 1.2\n---\n", "\n"),
  end: fc.constantFrom("", "", "", "# end", "  ", "...", "\n\n", "---\n"),
  unique: fc.boolean(),
});

/** Texts that look like a register, with every oddity of YAML that people and programs write. */
export const yamlText: fc.Arbitrary<string> = fc
  .tuple(fc.array(section, { maxLength: 5 }), layout)
  .map(([sections, given]) => write(sections, given));

/** Texts of which most can be read: one of each key, plain keys, and scalars that stand alone. */
export const readableText: fc.Arbitrary<string> = fc
  .tuple(fc.array(section, { minLength: 1, maxLength: 5 }), layout)
  .map(([sections, given]) =>
    write(sections.map(plainly), { ...given, unique: true, start: "", end: "" }),
  );

function plainly([name, written]: readonly [string, Written]): readonly [string, Written] {
  return [/^[a-z-]+$/u.test(name) ? name : "x-b", tame(written)];
}

const WILD = /^(?:[&*!%@`"'[{|>?:,-]|\.\.\.|---)|: |:$|\n|[\t\u0085\u2028]/u;

function tame(written: Written): Written {
  if (typeof written === "string") return WILD.test(written) ? "tam" : written;
  if ("list" in written) return { list: written.list.map(tame) };
  return {
    map: written.map.map(([name, each]) => [/^[a-z]+$/u.test(name) ? name : "k", tame(each)]),
  };
}

function write(sections: readonly (readonly [string, Written])[], given: Layout): string {
  const turns = { between: 0, after: 0 };
  const between = (): string => given.between[turns.between++ % given.between.length] ?? "";
  const after = (): string => given.after[turns.after++ % given.after.length] ?? "";
  const body = pairsOf(sections, given.unique)
    .map(([name, each]) => `${between()}${name}:${valueText(each, 2)}`)
    .join("");
  return given.mark + `${given.start}${body}${given.end}`.replaceAll("\n", given.lineEnd);

  function valueText(each: Written, depth: number): string {
    if (typeof each === "string") return ` ${each}${after()}\n`;
    if ("map" in each)
      return each.map.length === 0 ? " {}\n" : `${after()}\n${mapText(each.map, depth, false)}`;
    return each.list.length === 0 ? " []\n" : `${after()}\n${listText(each.list, depth)}`;
  }

  function mapText(
    pairs: readonly (readonly [string, Written])[],
    depth: number,
    begun: boolean,
  ): string {
    return pairsOf(pairs, given.unique)
      .map(([name, each], index) => {
        const lead = begun && index === 0 ? "" : between() + " ".repeat(depth);
        return `${lead}${name}:${valueText(each, depth + 2)}`;
      })
      .join("");
  }

  function listText(items: readonly Written[], depth: number): string {
    const indent = Math.max(0, depth - 2 + given.indent);
    const lead = " ".repeat(indent);
    return items
      .map((item) => {
        const isMap = typeof item !== "string" && "map" in item && item.map.length > 0;
        return isMap
          ? `${between()}${lead}- ${mapText(item.map, indent + 2, true)}`
          : `${between()}${lead}-${valueText(item, indent + 2)}`;
      })
      .join("");
  }
}

function pairsOf<T extends readonly [string, Written]>(
  pairs: readonly T[],
  unique: boolean,
): readonly T[] {
  if (!unique) return pairs;
  return pairs.filter(([name], index) => pairs.findIndex(([other]) => other === name) === index);
}
