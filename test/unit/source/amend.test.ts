import { describe, expect, it } from "vitest";
import type { Raw } from "../../../src/model/values.ts";
import { amend } from "../../../src/source/amend.ts";

type Changes = readonly (readonly [pointer: string, value: Raw])[];
type Row = readonly [name: string, before: string, changes: Changes, after: string];

function amended(before: string, changes: Changes): string {
  const outcome = amend(
    before,
    changes.map(([pointer, value]) => ({ pointer, value })),
  );
  if (!outcome.ok) throw new Error(`${outcome.reason}\n${outcome.snippet}`);
  return outcome.text;
}

function table(rows: readonly Row[]): void {
  for (const [name, before, changes, after] of rows)
    it(name, () => {
      expect(amended(before, changes)).toBe(after);
    });
}

const C = "/contracts/0";
const HEAD = "contracts:\n  - id: A\n";

describe("a key that is not there", () => {
  table([
    [
      "goes to its place in the format's order",
      `${HEAD}    title: Mat\n    term:\n      end: 2027-07-31\n    stock: { lasts: 3 d }\n`,
      [[`${C}/clauses/exit-assistance`, "present"]],
      `${HEAD}    title: Mat\n    term:\n      end: 2027-07-31\n    clauses:\n      exit-assistance: present\n    stock: { lasts: 3 d }\n`,
    ],
    [
      "goes to the end where its neighbours do not follow that order",
      `${HEAD}    stock: { lasts: 3 d }\n    title: Mat\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    stock: { lasts: 3 d }\n    title: Mat\n    stage: in-force\n`,
    ],
    [
      "brings all the parents that are missing",
      `${HEAD}    title: Mat\n\n  # B\n  - id: B\n`,
      [[`${C}/clauses/disruption-notice/parameters/notify-first`, "8 h"]],
      `${HEAD}    title: Mat\n    clauses:\n      disruption-notice:\n        parameters: { notify-first: 8 h }\n\n  # B\n  - id: B\n`,
    ],
    [
      "comes before the comment that heads the next key",
      `${HEAD}    title: Mat\n    # när det gäller\n    term: { end: 2027-07-31 }\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    title: Mat\n    stage: in-force\n    # när det gäller\n    term: { end: 2027-07-31 }\n`,
    ],
    [
      "comes after a comment that stands apart from the next key, and after one that stands deeper",
      `${HEAD}    title: Mat\n      # djupare\n    # om titeln\n\n    # när\n    term: { end: 2027-07-31 }\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    title: Mat\n      # djupare\n    # om titeln\n    stage: in-force\n\n    # när\n    term: { end: 2027-07-31 }\n`,
    ],
    [
      "comes after the last comment of its map and before the next entry's",
      `${HEAD}    title: Mat\n    # stage: planned\n\n  # B hör till köket\n  - id: B\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    title: Mat\n    # stage: planned\n    stage: in-force\n\n  # B hör till köket\n  - id: B\n`,
    ],
    [
      "does not come between a comment and the first key",
      `${HEAD}    clauses:\n      # enligt bilaga 2\n      exercises: present\n`,
      [[`${C}/clauses/force-majeure`, "none"]],
      `${HEAD}    clauses:\n      # enligt bilaga 2\n      exercises: present\n      force-majeure: none\n`,
    ],
    [
      "may come first",
      `${HEAD}    clauses: # bilaga 2\n      exercises: present\n`,
      [[`${C}/clauses/force-majeure`, "none"]],
      `${HEAD}    clauses: # bilaga 2\n      force-majeure: none\n      exercises: present\n`,
    ],
    [
      "stands as deep as its siblings, and new maps as deep as the file's",
      "contracts:\n    -   id: A\n        owner:\n            role: chef\n",
      [
        [`${C}/owner/deputy`, "kock"],
        [`${C}/clauses/exercises`, "present"],
      ],
      "contracts:\n    -   id: A\n        owner:\n            role: chef\n            deputy: kock\n        clauses:\n            exercises: present\n",
    ],
    [
      "follows lists whose dashes stand below their key",
      "contracts:\n- id: A\n- id: B\n  suppliers:\n  - s\n",
      [
        ["/contracts/0/monitoring/incidents/-", { date: "2026-01-18", cause: "snö" }],
        ["/contracts/1/stage", "in-force"],
      ],
      "contracts:\n- id: A\n  monitoring:\n    incidents:\n    - { date: 2026-01-18, cause: snö }\n- id: B\n  stage: in-force\n  suppliers:\n  - s\n",
    ],
    [
      "is put in after a block of text",
      `${HEAD}    title: |\n      # ingen kommentar\n\n      slut\n\n    term: { end: 2027-07-31 }\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    title: |\n      # ingen kommentar\n\n      slut\n    stage: in-force\n\n    term: { end: 2027-07-31 }\n`,
    ],
    [
      "is put in after a block that keeps its blank lines",
      `${HEAD}    title: |+\n      text\n\n\n    term: { end: 2027-07-31 }\n`,
      [[`${C}/stage`, "in-force"]],
      `${HEAD}    title: |+\n      text\n\n\n    stage: in-force\n    term: { end: 2027-07-31 }\n`,
    ],
    [
      "keeps an end without a line break",
      "contracts:\n  - id: A # den första",
      [[`${C}/title`, "Mat"]],
      "contracts:\n  - id: A # den första\n    title: Mat",
    ],
    [
      "keeps Windows line breaks and the byte order mark",
      "\u{feff}contracts:\r\n  - id: A\r\n    # k\r\n",
      [
        [`${C}/title`, "Mat"],
        [`${C}/notes`, "ett\ntvå"],
      ],
      "\u{feff}contracts:\r\n  - id: A\r\n    # k\r\n    title: Mat\r\n    notes: |-\r\n      ett\r\n      två\r\n",
    ],
    [
      "comes before the mark that ends the document",
      "contracts:\n  - id: A\n...\n# slut\n",
      [[`${C}/title`, "Mat"]],
      "contracts:\n  - id: A\n    title: Mat\n...\n# slut\n",
    ],
    [
      "may be a section",
      "kind: register\n\n# Avtal\ncontracts:\n  - id: A\n",
      [["/suppliers/-", { id: "s", name: "S Ab" }]],
      "kind: register\nsuppliers:\n  - id: s\n    name: S Ab\n\n# Avtal\ncontracts:\n  - id: A\n",
    ],
    [
      "is written without what is undefined",
      HEAD,
      [[`${C}/owner`, { role: "chef", deputy: undefined }]],
      `${HEAD}    owner: { role: chef }\n`,
    ],
  ]);
});

describe("a value that is there", () => {
  table([
    [
      "is replaced alone, its comment in its column",
      `${HEAD}    term:\n      start: 2024-01-01   # första\n      end:   unknown      # sista dagen\n`,
      [[`${C}/term/end`, "2027-12-31"]],
      `${HEAD}    term:\n      start: 2024-01-01   # första\n      end:   2027-12-31   # sista dagen\n`,
    ],
    [
      "keeps its quotes",
      `${HEAD}    clauses: { exercises: { status: present, ref: "12.3" } }\n    unit: 'Kök 1'\n`,
      [
        [`${C}/clauses/exercises/ref`, "bilaga 4"],
        [`${C}/unit`, "Kök 'B'"],
      ],
      `${HEAD}    clauses: { exercises: { status: present, ref: "bilaga 4" } }\n    unit: 'Kök ''B'''\n`,
    ],
    [
      "fills an empty place before its comment",
      `${HEAD}    title:           # skrivs senare\n    unit:\n    stage: # ?\n`,
      [
        [`${C}/title`, "Mat"],
        [`${C}/unit`, "Köket"],
        [`${C}/stage`, "planned"],
      ],
      `${HEAD}    title: Mat       # skrivs senare\n    unit: Köket\n    stage: planned # ?\n`,
    ],
    [
      "takes the place of a block of text and leaves the comments around it",
      `${HEAD}    notes: >- # obs\n      ett\n      två\n\n    # exit\n    exit: none\n`,
      [[`${C}/notes`, "tre"]],
      `${HEAD}    notes: tre # obs\n\n    # exit\n    exit: none\n`,
    ],
    [
      "takes the place of a block of text with another",
      `${HEAD}    notes: |\n      ett\n    exit: none\n`,
      [[`${C}/notes`, "två\n\ntre"]],
      `${HEAD}    notes: |-\n      två\n\n      tre\n    exit: none\n`,
    ],
    [
      "takes the place of a list",
      `${HEAD}    suppliers: # två\n      - s\n      - t\n    unit: Köket\n`,
      [[`${C}/suppliers`, "none"]],
      `${HEAD}    suppliers: none # två\n    unit: Köket\n`,
    ],
    [
      "takes the place of the last list of a file without a last line break",
      `${HEAD}    suppliers:\n      - s`,
      [[`${C}/suppliers`, "none"]],
      `${HEAD}    suppliers: none`,
    ],
    [
      "takes the place of a word with a map",
      `${HEAD}    criticality: unknown # fråga\n    requires: none\n`,
      [[`${C}/criticality/mtpd`, "48 h"]],
      `${HEAD}    criticality: # fråga\n      mtpd: 48 h\n    requires: none\n`,
    ],
    [
      "is found under a quoted key and under one that is not ASCII",
      `${HEAD}    "title": a\n    x-öde: { 'å': 1 }\n`,
      [
        [`${C}/title`, "b"],
        [`${C}/x-öde/å`, 2],
      ],
      `${HEAD}    "title": b\n    x-öde: { 'å': 2 }\n`,
    ],
    [
      "may be an item of a list, in brackets or with a dash",
      `${HEAD}    cpv: ["33181500-7", "33100000-1"]\n    suppliers:\n      - s # ett\n      # två\n      - t\n`,
      [
        [`${C}/cpv/1`, "33600000-6"],
        [`${C}/suppliers/1`, "u"],
      ],
      `${HEAD}    cpv: ["33181500-7", "33600000-6"]\n    suppliers:\n      - s # ett\n      # två\n      - u\n`,
    ],
    [
      "changes only where a map differs from the one that is written",
      `${HEAD}    owner:\n      # roll\n      role: chef # nu\n      deputy: kock\n`,
      [[`${C}/owner`, { role: "chef", deputy: "diskare", trained: "none" }]],
      `${HEAD}    owner:\n      # roll\n      role: chef # nu\n      deputy: diskare\n      trained: none\n`,
    ],
    [
      "may be an alias, which alone is replaced",
      "x-a: &r chef\ncontracts:\n  - id: A\n    owner: { role: *r, deputy: *r }\n",
      [[`${C}/owner/deputy`, "kock"]],
      "x-a: &r chef\ncontracts:\n  - id: A\n    owner: { role: *r, deputy: kock }\n",
    ],
    [
      "is left when it is the same",
      `${HEAD}    title:   'Mat'\n`,
      [[`${C}/title`, "Mat"]],
      `${HEAD}    title:   'Mat'\n`,
    ],
  ]);
});

describe("the bare word of an answer or clause", () => {
  table([
    [
      "becomes the status of the long form",
      `${HEAD}    clauses:\n      disruption-notice: present   # läst 2026-05\n      exercises: none\n`,
      [[`${C}/clauses/disruption-notice/parameters/notify-first`, "8 h"]],
      `${HEAD}    clauses:\n      disruption-notice:           # läst 2026-05\n        status: present\n        parameters: { notify-first: 8 h }\n      exercises: none\n`,
    ],
    [
      "becomes the long form with all that is said at once",
      `${HEAD}    continuity:\n      plans-coordinated: yes\n`,
      [
        [`${C}/continuity/plans-coordinated/by`, "kontraktsansvarig"],
        [
          `${C}/continuity/plans-coordinated/evidence`,
          { kind: "document", ref: "12.3", date: "2026-05-10" },
        ],
        [`${C}/continuity/plans-coordinated/date`, "2026-11-24"],
      ],
      `${HEAD}    continuity:\n      plans-coordinated:\n        status: yes\n        evidence: { kind: document, ref: "12.3", date: 2026-05-10 }\n        date: 2026-11-24\n        by: kontraktsansvarig\n`,
    ],
    [
      "is replaced by a long form that is given whole, in braces when it is short",
      `${HEAD}    sourcing:\n      second-source: unknown\n`,
      [[`${C}/sourcing/second-source`, { status: "yes", date: "2026-08-10" }]],
      `${HEAD}    sourcing:\n      second-source: { status: yes, date: 2026-08-10 }\n`,
    ],
    [
      "becomes a long form in braces inside of braces",
      `${HEAD}    clauses: { disruption-notice: present, exercises: none } # bilaga\n`,
      [[`${C}/clauses/disruption-notice/tested`, "none"]],
      `${HEAD}    clauses: { disruption-notice: { status: present, tested: none }, exercises: none } # bilaga\n`,
    ],
    [
      "has no meaning to keep when it is unknown",
      `${HEAD}    continuity:\n      plans-coordinated: unknown\n`,
      [[`${C}/continuity/plans-coordinated/note`, "Frågad."]],
      `${HEAD}    continuity:\n      plans-coordinated: { note: Frågad. }\n`,
    ],
  ]);
});

describe("a map or list in braces", () => {
  table([
    [
      "takes a key in its place",
      `${HEAD}    owner: { role: chef, trained: none } # k\n`,
      [[`${C}/owner/deputy`, "kock"]],
      `${HEAD}    owner: { role: chef, deputy: kock, trained: none } # k\n`,
    ],
    [
      "takes a first key",
      `${HEAD}    owner: { deputy: kock }\n`,
      [[`${C}/owner/role`, "chef"]],
      `${HEAD}    owner: { role: chef, deputy: kock }\n`,
    ],
    [
      "goes on in a new line before it is wider than 120 columns",
      `${HEAD}    procurement: { procedure: open, tenders-received: 2, joint: own, joint-roles: unknown, annex-e: no, x-diary: 140/2024 } # k\n`,
      [[`${C}/procurement/award-reasons-15`, "yes"]],
      `${HEAD}    procurement: { procedure: open, tenders-received: 2, joint: own, joint-roles: unknown, annex-e: no,\n                   award-reasons-15: yes, x-diary: 140/2024 } # k\n`,
    ],
    [
      "takes a line more where each key has its own, comments kept",
      `${HEAD}    owner: {\n      role: chef,   # nu\n      trained: none # aldrig\n    } # k\n`,
      [
        [`${C}/owner/deputy`, "kock"],
        [`${C}/owner/date`, "2026-11-24"],
      ],
      `${HEAD}    owner: {\n      role: chef,   # nu\n      deputy: kock,\n      trained: none, # aldrig\n      date: 2026-11-24\n    } # k\n`,
    ],
    [
      "takes an item more",
      `${HEAD}    suppliers: [s, t] # k\n    cpv: []\n`,
      [
        [`${C}/suppliers/-`, "u"],
        [`${C}/cpv/-`, "33181500-7"],
      ],
      `${HEAD}    suppliers: [s, t, u] # k\n    cpv: [33181500-7]\n`,
    ],
    [
      "that is empty is written anew",
      `${HEAD}    clauses: {} # inga\n`,
      [[`${C}/clauses/exercises`, "present"]],
      `${HEAD}    clauses: # inga\n      exercises: present\n`,
    ],
    [
      "fills a key that has no value",
      `${HEAD}    owner: { role, deputy: , trained: none }\n`,
      [
        [`${C}/owner/role`, "chef"],
        [`${C}/owner/deputy`, "kock"],
      ],
      `${HEAD}    owner: { role: chef, deputy: kock , trained: none }\n`,
    ],
  ]);
});

describe("an entry or item", () => {
  table([
    [
      "is added after the last, set apart as the others are",
      "contracts:\n  - id: A\n\n  # B\n  - id: B\n    # sist\n\n# slut\n",
      [["/contracts/-", { id: "C", title: "Tre", stage: "in-force" }]],
      "contracts:\n  - id: A\n\n  # B\n  - id: B\n    # sist\n\n  - id: C\n    title: Tre\n    stage: in-force\n\n# slut\n",
    ],
    [
      "is added with others, while entries of other lists change",
      "suppliers:\n- id: s\ncontracts:\n- id: A\n- id: B\n\nactions: []\n",
      [
        ["/contracts/-", { id: "C" }],
        ["/contracts/0/title", "Mat"],
        ["/contracts/-", { id: "D", title: "x" }],
        ["/suppliers/0/name", "S Ab"],
        ["/actions/-", { id: "a", contracts: ["A"] }],
      ],
      "suppliers:\n- id: s\n  name: S Ab\ncontracts:\n- id: A\n  title: Mat\n- id: B\n- id: C\n- id: D\n  title: x\n\nactions:\n- { id: a, contracts: [A] }\n",
    ],
    [
      "is added to a list of maps in braces",
      `${HEAD}    monitoring:\n      incidents:\n        - { date: 2026-01-18, cause: snö } # k\n`,
      [[`${C}/monitoring/incidents/-`, { date: "2026-02-01", cause: "is, vind" }]],
      `${HEAD}    monitoring:\n      incidents:\n        - { date: 2026-01-18, cause: snö } # k\n        - { date: 2026-02-01, cause: "is, vind" }\n`,
    ],
    [
      "that is a word becomes a map beside its dash",
      `${HEAD}    x-a:\n      - s # ett\n`,
      [[`${C}/x-a/0`, { b: 1, c: [{ d: 2 }] }]],
      `${HEAD}    x-a:\n      - b: 1 # ett\n        c:\n          - { d: 2 }\n`,
    ],
  ]);
});

describe("a value", () => {
  const written: readonly (readonly [value: Raw, text: string])[] = [
    ["Omfattar köken, inte transporterna.", "Omfattar köken, inte transporterna."],
    ["no", '"no"'],
    ["NO", '"NO"'],
    ["null", '"null"'],
    ["010", '"010"'],
    ["12.10", '"12.10"'],
    ["1:30", '"1:30"'],
    ["1_000", '"1_000"'],
    ["1e3", '"1e3"'],
    ["0x1F", '"0x1F"'],
    ["a: b", '"a: b"'],
    ["Avtal #12", '"Avtal #12"'],
    ["#", '"#"'],
    ["- a", '"- a"'],
    [" a", '" a"'],
    ["a ", '"a "'],
    ["", '""'],
    ["*a", '"*a"'],
    ["a\tb", '"a\\tb"'],
    ["a\u202eb", '"a\\u202eb"'],
    ["\ud800", '"\\ud800"'],
    ["9990001-6", "9990001-6"],
    ["48 h", "48 h"],
    ["35 %", "35 %"],
    ["2026-11-24", "2026-11-24"],
    ["2026-02-30", '"2026-02-30"'],
    ["2026-11-24 10:00", '"2026-11-24 10:00"'],
    ["ett \ntvå", '"ett \\ntvå"'],
    [12, "12"],
    [0.35, "0.35"],
    [-0, "-0.0"],
    [1e21, "1.0e+21"],
    [true, "true"],
    [null, "null"],
  ];
  for (const [value, text] of written)
    it(`${JSON.stringify(value)} is written ${text}`, () => {
      expect(amended(HEAD, [[`${C}/notes`, value]])).toBe(`${HEAD}    notes: ${text}\n`);
    });

  it("is a bare word where the format has that word", () => {
    const after = amended(HEAD, [
      [`${C}/flags/connected`, "no"],
      [`${C}/title`, "yes"],
    ]);
    expect(after).toBe(`${HEAD}    title: "yes"\n    flags: { connected: no }\n`);
  });

  it("is text in quotes where a comment below would become a part of a block of text", () => {
    const before = "contracts:\n  - id: A\n    title: Mat\n          # djupt\n    exit: none\n";
    const after = amended(before, [[`${C}/title`, "ett\ntvå"]]);
    expect(after).toBe(before.replace("Mat", '"ett\\ntvå"'));
  });
});

describe("a text is refused", () => {
  const refusals: readonly (readonly [string, string, Changes, string, string])[] = [
    [
      "when others would change by an anchor",
      "x-a: &o { role: chef }\ncontracts:\n  - id: A\n    owner: *o\n",
      [["/x-a/role", "kock"]],
      "anchor",
      "x-a: { role: kock }\n",
    ],
    [
      "when an alias stands on the way",
      "x-a: &o { role: chef }\ncontracts:\n  - id: A\n    owner: *o\n",
      [[`${C}/owner/deputy`, "kock"]],
      "alias",
      "- id: A\n  owner: { deputy: kock }\n",
    ],
    [
      "for a merge key",
      "x-a: &o { role: chef }\ncontracts:\n  - id: A\n    owner:\n      <<: *o\n",
      [[`${C}/owner/deputy`, "kock"]],
      "merge",
      "- owner: { deputy: kock }\n",
    ],
    [
      "when its tabs make it unreadable",
      "contracts:\n  - id: A-1 # den\n    owner:\n    \t  role: chef\n",
      [[`${C}/owner/deputy`, "kock"]],
      "unreadable",
      "- id: A-1\n  owner: { deputy: kock }\n",
    ],
    [
      "when text stands where a map is needed",
      `${HEAD}    title: Mat\n`,
      [[`${C}/title/sv`, "Mat"]],
      "not-a-map",
      "- id: A\n  title: { sv: Mat }\n",
    ],
    [
      "when there is no such entry",
      HEAD,
      [["/contracts/1/title", "Mat"]],
      "no-such-entry",
      "- title: Mat\n",
    ],
    [
      "when a comment would be lost",
      `${HEAD}    suppliers:\n      - s # den enda\n`,
      [[`${C}/suppliers`, "none"]],
      "would-change-more",
      "- id: A\n  suppliers: none\n",
    ],
    [
      "when one of several values cannot be written, with all of them to paste",
      `${HEAD}    title: Mat\n    clauses:\n      exercises: present\n`,
      [
        [`${C}/clauses/exercises/tested`, "none"],
        [`${C}/title/sv`, "Mat"],
        ["/organisation/duties/nis2", "yes"],
      ],
      "not-a-map",
      "- id: A\n  title: { sv: Mat }\n  clauses:\n    exercises: { status: present, tested: none }\norganisation:\n  duties:\n    nis2: yes\n",
    ],
    [
      "when a value is nested deeper than the tool reads",
      HEAD,
      [[`${C}/x-a`, Array.from({ length: 101 }).reduce<Raw>((deep) => [deep], 1)]],
      "too-large",
      "",
    ],
    ["when the pointer is none", HEAD, [["contracts", "x"]], "no-such-entry", "ontracts: x\n"],
  ];
  for (const [name, before, changes, reason, snippet] of refusals)
    it(name, () => {
      const list = changes.map(([pointer, value]) => ({ pointer, value }));
      expect(amend(before, list)).toEqual({ ok: false, reason, snippet });
    });
});
