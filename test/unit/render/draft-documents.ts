import type { Draft } from "../../../src/model/draft.ts";
import type { Language } from "../../../src/model/values.ts";
import {
  assessedOf,
  clauseOf,
  criterionOf,
  draftOf,
  judgementOf,
  parameterOf,
} from "../draft/cases.ts";

/** A draft with everything in it: two clauses, a reference, a filled and an open blank, an option, a question. */
export function fullDraft(language: Language, title = "Dialysförnödenheter"): Draft {
  const notice = clauseOf(
    "notice",
    "DC-02",
    {
      parameters: [
        parameterOf("first", "span", {
          unit: "hours",
          defaults: { K1: "48 h", K2: "24 h", K3: "8 h", K4: "2 h" },
        }),
        parameterOf("annex-contacts", "annex"),
        parameterOf("ref-change", "reference", { refersTo: "change" }),
        parameterOf("sea", "choice"),
      ],
      conflicts: [{ with: "JYSE", text: { sv: "Krock.", fi: "Ristiriita.", en: "Collision." } }],
      sources: [
        {
          act: "124/2025",
          section: "11 §",
          url: "https://www.finlex.fi/fi/laki/ajantasa/2025/20250124",
          checked: undefined,
          mark: "V",
        },
        { act: "own proposal", section: undefined, url: undefined, checked: undefined, mark: "D" },
      ],
    },
    [
      "1. Within {{first}} hours under annex {{annex-contacts}}.",
      "2. Clause {{ref-change}} holds when",
      "   a) one thing is so, or",
      "   b) another under annex {{annex-contacts}},",
      "   and it matters{{#if sea}}, also at sea{{/if}}.",
    ].join("\n"),
  );
  const change = clauseOf("change", "DC-16", {}, "1. Changes.\n2. More.");
  const criteria = [
    criterionOf("on-notice", ["notice"]),
    criterionOf("on-change", ["change"]),
    criterionOf("open", ["exit"]),
  ];
  const contract = assessedOf(
    [
      judgementOf("on-notice", "not-met"),
      judgementOf("on-change", "not-met"),
      judgementOf("open", "unknown"),
    ],
    {},
    { contract: { title } },
  );
  return draftOf(contract, [notice, change], criteria, {}, language);
}

/** Titles that try to be something else than text. */
export const HOSTILE_TITLES = [
  `</w:t></w:r><w:p/><!-- ]]> "quoted" 'single' & <script>alert(1)</script>`,
  "{{#if sea}}{{notice.first}}{{/if}}",
  "a\u{0}b\u{1B}[31mc\u{FFFE}d\u{D800}e",
  "abc\u{202E}cba\u{2066}x\u{200F}",
  "# [x](javascript:alert(1)) | `code` | ![i](http://example.invalid/i.png) <img src=x>",
  "long ".repeat(2000),
];
