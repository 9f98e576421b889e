import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openWorkspace } from "../../src/commands/workspace.ts";
import type { Loaded } from "../../src/load/register.ts";
import type { Code } from "../../src/model/codes.ts";
import { CODES } from "../../src/model/codes.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { nodePlatform } from "../../src/platform/node.ts";
import type { SaidDiagnostic } from "../../src/render/diagnostics.ts";
import { sayDiagnostic } from "../../src/render/diagnostics.ts";
import { TODAY } from "../support/memory-platform.ts";
import { wordingFor } from "../support/wording.ts";

/** A mistake as a reader of the file finds it: the code, the line, the column; and what the sentence must quote. */
interface Mistake {
  readonly code: Code;
  /** The file of a folder in which it is. */
  readonly within?: string;
  /** Left out where the mistake is that something stands nowhere. */
  readonly line?: number;
  readonly column?: number;
  /** Words that the sentence or the way out must hold, whatever the language. */
  readonly quotes?: readonly string[];
  /** Line and column of the other place that is shown. */
  readonly other?: readonly [number, number];
}

/** Read by hand from the files: the place where somebody would put a finger on the mistake. */
const MISTAKES: Readonly<Record<string, Mistake>> = {
  "Y001-text-after-quote.yaml": { code: "Y001", line: 10, column: 27 },
  "S006-dash-for-unknown.yaml": { code: "S006", line: 11, column: 12 },
  "Y001-indented-too-far.yaml": { code: "Y001", line: 10, column: 6 },
  "Y001-indented-too-little.yaml": { code: "Y001", line: 10, column: 4 },
  "Y001-missing-colon.yaml": { code: "Y001", line: 10, column: 5 },
  "Y001-unclosed-bracket.yaml": { code: "Y001", line: 11, column: 10 },
  "Y002-tab-indentation.yaml": { code: "Y002", line: 10, column: 1 },
  "Y003-duplicate-key.yaml": { code: "Y003", line: 11, column: 5, quotes: ["title"] },
  "Y003-duplicate-section.yaml": { code: "Y003", line: 11, column: 1, quotes: ["contracts"] },
  "Y004-merge-key.yaml": { code: "Y004", line: 12, column: 5 },
  "Y005-several-documents.yaml": { code: "Y005", line: 11, column: 1 },
  "Y006-unknown-tag.yaml": { code: "Y006", line: 10, column: 12, quotes: ["!namn"] },
  "Y006-binary-tag.yaml": { code: "Y006", line: 11, column: 12, quotes: ["binary"] },
  "Y007-alias-explosion.yaml": { code: "Y007", line: 1, column: 1 },
  "Y008-unquoted-colon.yaml": {
    code: "Y008",
    line: 11,
    column: 12,
    quotes: ["Obs: kontraktet förnyas"],
  },
  "Y012-text-cut-by-comment.yaml": { code: "Y012", line: 10, column: 12, quotes: ["Avtal"] },
  "Y013-unknown-anchor.yaml": { code: "Y013", line: 10, column: 12, quotes: ["namn"] },
  "Y015-key-not-text.yaml": { code: "Y015", line: 11, column: 7 },
  "Y015-double-braces.yaml": { code: "Y015", line: 10, column: 13 },
  "Y016-yaml-directive.yaml": { code: "Y016", line: 3, column: 1, quotes: ["%YAML"] },
  "Y017-empty-file.yaml": { code: "Y017", line: 1, column: 1 },
  "Y018-unclosed-quote.yaml": { code: "Y018", line: 10, column: 12 },

  "S001-unknown-key.yaml": { code: "S001", line: 11, column: 5, quotes: ["stge", "stage"] },
  "S001-misspelled-title.yaml": { code: "S001", line: 10, column: 5, quotes: ["titel", "title"] },
  "S001-misspelled-section.yaml": {
    code: "S001",
    line: 8,
    column: 1,
    quotes: ["contarcts", "contracts"],
  },
  "S002-list-meant.yaml": { code: "S002", line: 14, column: 16 },
  "S002-wrong-type.yaml": { code: "S002", line: 11, column: 11 },
  "S003-not-in-list.yaml": { code: "S003", line: 11, column: 12, quotes: ["in-froce", "in-force"] },
  "S003-word-of-ones-own.yaml": {
    code: "S003",
    line: 11,
    column: 11,
    quotes: ["catering", "goods", "social-health"],
  },
  "S004-missing-key.yaml": { code: "S004", line: 9, column: 5, quotes: ["title"] },
  "S005-number-for-text.yaml": { code: "S005", line: 14, column: 14, quotes: ['"12.10"'] },
  "S005-id-without-quotes.yaml": { code: "S005", line: 9, column: 9, quotes: ['"031"'] },
  "S005-reference-without-quotes.yaml": { code: "S005", line: 14, column: 17, quotes: ['"31"'] },
  "S006-sentinel-date.yaml": {
    code: "S006",
    line: 12,
    column: 12,
    quotes: ["9999-12-31", "unknown"],
  },
  "S006-sentinel-not-available.yaml": {
    code: "S006",
    line: 12,
    column: 13,
    quotes: ["N/A", "unknown"],
  },
  "S006-sentinel-dash.yaml": { code: "S006", line: 11, column: 12, quotes: ["unknown"] },
  "S006-sentinel-question-mark.yaml": {
    code: "S006",
    line: 11,
    column: 14,
    quotes: ["?", "unknown"],
  },
  "S006-sentinel-business-id.yaml": {
    code: "S006",
    line: 8,
    column: 16,
    quotes: ["N/A", "unknown"],
  },
  "S007-unit-missing.yaml": { code: "S007", line: 12, column: 13, quotes: ["48", "48 h"] },
  "S008-wrong-unit.yaml": { code: "S008", line: 12, column: 13, quotes: ["2 months", "8 h"] },
  "S009-no-such-date.yaml": { code: "S009", line: 12, column: 12, quotes: ["2027-02-30"] },
  "S010-not-a-date.yaml": { code: "S010", line: 12, column: 12, quotes: ["30.4.2027"] },
  "S011-leading-zero.yaml": { code: "S011", line: 12, column: 25, quotes: ["010"] },
  "S012-clock-like.yaml": { code: "S012", line: 12, column: 13, quotes: ["1:30"] },
  "S013-out-of-range.yaml": { code: "S013", line: 12, column: 15, quotes: ["-5", "0"] },
  "S013-share-without-percent.yaml": { code: "S013", line: 16, column: 16, quotes: ["35", "1"] },
  "S014-not-an-id.yaml": { code: "S014", line: 9, column: 9, quotes: ["PB 1"] },
  "S015-empty-list.yaml": { code: "S015", line: 11, column: 16, quotes: ["none", "unknown"] },
  "S016-not-applicable-without-reason.yaml": {
    code: "S016",
    line: 13,
    column: 9,
    quotes: ["because"],
  },
  "S016-not-applicable-bare.yaml": { code: "S016", line: 12, column: 24, quotes: ["because"] },
  "S017-country-read-as-no.yaml": { code: "S017", line: 11, column: 14, quotes: ['"NO"'] },
  "S018-not-a-share.yaml": { code: "S018", line: 16, column: 16, quotes: ["hälften"] },
  "S019-same-twice.yaml": { code: "S019", line: 11, column: 25, quotes: ["55524000-9"] },
  "S020-unknown-kind.yaml": { code: "S020", line: 3, column: 7, quotes: ["registre", "register"] },
  "S021-unknown-version.yaml": { code: "S021", line: 4, column: 10, quotes: ["2"] },
  "S022-empty-text.yaml": { code: "S022", line: 10, column: 12 },
  "S022-empty-business-id.yaml": { code: "S022", line: 8, column: 16 },
  "S023-unquoted-country-no.yaml": { code: "S023", line: 11, column: 14, quotes: ['"NO"'] },
  "S024-kind-missing.yaml": { code: "S024", line: 3, column: 1, quotes: ["kind: register"] },

  "R001-unknown-reference.yaml": { code: "R001", line: 11, column: 17, quotes: ["kemtekno"] },
  "R001-misspelled-id.yaml": {
    code: "R001",
    line: 14,
    column: 17,
    quotes: ["kemtenko", "kemtekno"],
  },
  "R001-unknown-criterion.yaml": {
    code: "R001",
    line: 12,
    column: 20,
    quotes: ["exercise-hold", "exercise-held"],
  },
  "R002-duplicate-id.yaml": { code: "R002", line: 11, column: 9, quotes: ["PB-1"], other: [9, 9] },
  "R002-two-files/": {
    code: "R002",
    within: "2-suppliers.yaml",
    line: 6,
    column: 9,
    quotes: ["kemtekno"],
    other: [9, 9],
  },
  "R003-ids-almost-equal.yaml": {
    code: "R003",
    line: 11,
    column: 9,
    quotes: ["pb-1", "PB-1"],
    other: [9, 9],
  },
  "R004-business-id-impossible.yaml": { code: "R004", line: 8, column: 16, quotes: ["9990018-1"] },
  "R004-business-id-form.yaml": { code: "R004", line: 8, column: 16, quotes: ["99900016"] },
  "R005-business-id-check-digit.yaml": {
    code: "R005",
    line: 8,
    column: 16,
    quotes: ["9990001-7", "6"],
  },
  "R006-cpv-check-digit.yaml": { code: "R006", line: 11, column: 11, quotes: ["55524000-8", "9"] },
  "R007-cpv-unknown.yaml": { code: "R007", line: 11, column: 11, quotes: ["99000000"] },
  "R008-country-unknown.yaml": { code: "R008", line: 11, column: 14, quotes: ["UK", "GB"] },
  "R009-currency-unknown.yaml": { code: "R009", line: 8, column: 13, quotes: ["EURO", "EUR"] },
  "R010-shares-above-whole.yaml": { code: "R010", line: 16, column: 5, quotes: ["110"] },
  "R011-own-parent.yaml": { code: "R011", line: 11, column: 13, quotes: ["kemtekno"] },
  "R011-own-subcontractor.yaml": { code: "R011", line: 12, column: 19, quotes: ["kemtekno"] },
  "R011-requires-itself.yaml": { code: "R011", line: 11, column: 16, quotes: ["PB-1"] },
  "R012-parent-cycle.yaml": {
    code: "R012",
    line: 11,
    column: 13,
    quotes: ["kemtekno → nordrenal → kemtekno"],
  },
  "R013-dependence-cycle.yaml": {
    code: "R013",
    line: 12,
    column: 19,
    quotes: ["kemtekno → nordrenal → sydfrakt → kemtekno"],
  },
  "R013-contracts-in-a-ring.yaml": {
    code: "R013",
    line: 11,
    column: 16,
    quotes: ["PB-1 → PB-2 → PB-1"],
  },
  "R014-end-before-start.yaml": {
    code: "R014",
    line: 13,
    column: 12,
    quotes: ["2026-01-01", "2025-12-31"],
    other: [12, 14],
  },
  "R015-option-beyond-notice.yaml": {
    code: "R015",
    line: 17,
    column: 22,
    quotes: ["2026-12-31", "2026-10-31"],
    other: [13, 12],
  },
  "R016-override-without-reason.yaml": { code: "R016", line: 13, column: 9, quotes: ["because"] },
  "R017-acceptance-without-end.yaml": {
    code: "R017",
    line: 12,
    column: 9,
    quotes: ["exercise-held", "until"],
  },
  "R018-acceptance-expired.yaml": {
    code: "R018",
    line: 15,
    column: 16,
    quotes: ["exercise-held", "2026-06-30"],
  },
  "R019-evidence-in-future.yaml": {
    code: "R019",
    line: 16,
    column: 17,
    quotes: ["2099-01-01", "2026-11-24"],
  },
  "R020-personal-identity-code.yaml": { code: "R020", line: 11, column: 12 },
  "R021-organisation-twice/": {
    code: "R021",
    within: "2-register.yaml",
    line: 5,
    column: 1,
    other: [5, 1],
  },
  "R022-option-undecided.yaml": {
    code: "R022",
    line: 16,
    column: 22,
    quotes: ["2026-10-01", "exercised"],
  },
  "R023-organisation-missing.yaml": { code: "R023", quotes: ["organisation"] },

  "C007-unknown-profile/": {
    code: "C007",
    within: "policy.yaml",
    line: 4,
    column: 10,
    quotes: ["standrad", "standard"],
  },
  "C008-policy-twice/": {
    code: "C008",
    within: "2-policy.yaml",
    line: 2,
    column: 1,
    other: [2, 1],
  },
  "C010-kind-not-read-yet/": { code: "C010", within: "scenario.yaml", line: 2, column: 7 },
  "C020-gate-on-nothing/": {
    code: "C020",
    within: "policy.yaml",
    line: 5,
    column: 16,
    quotes: ["second-sorce", "second-source"],
  },
  "C001-unknown-field/": {
    code: "C001",
    within: "own/own-rule.yaml",
    line: 13,
    column: 15,
    quotes: ["clauses.sanction", "clauses.sanctions"],
  },
  "C002-unknown-fact/": {
    code: "C002",
    within: "own/own-rule.yaml",
    line: 13,
    column: 15,
    quotes: ["stock-covr", "stock-cover"],
  },
  "C003-id-not-file-name/": {
    code: "C003",
    within: "own/own-rules.yaml",
    line: 5,
    column: 5,
    quotes: ["own-rule", "own-rules"],
  },
  "C004-condition-without-test/": {
    code: "C004",
    within: "own/own-rule.yaml",
    line: 13,
    column: 6,
  },
  "C005-unknown-scale/": {
    code: "C005",
    within: "own/own-rule.yaml",
    line: 13,
    column: 47,
    quotes: ["stok", "stock"],
  },
  "C006-operand-of-wrong-kind/": {
    code: "C006",
    within: "own/own-rule.yaml",
    line: 13,
    column: 38,
    quotes: ["stock.lasts"],
  },
  "C009-unknown-remedy/": {
    code: "C009",
    within: "own/own-rule.yaml",
    line: 15,
    column: 21,
    quotes: ["sanction", "sanctions"],
  },
  "C011-word-not-for-field/": {
    code: "C011",
    within: "own/own-rule.yaml",
    line: 13,
    column: 38,
    quotes: ["maybe", "clauses.sanctions"],
  },
  "C012-language-missing/": {
    code: "C012",
    within: "own/own-rule.yaml",
    line: 18,
    column: 1,
    quotes: ["fi"],
  },
  "C013-change-without-reason/": {
    code: "C013",
    within: "own/exercise-held.yaml",
    line: 3,
    column: 1,
    quotes: ["by"],
  },
  "C014-statutory-lowered/": {
    code: "C014",
    within: "own/sote-minimum-terms.yaml",
    line: 8,
    column: 1,
    quotes: ["sote-minimum-terms", "accepted"],
  },
  "C015-unknown-criterion/": {
    code: "C015",
    within: "own/exercise-hold.yaml",
    line: 5,
    column: 12,
    quotes: ["exercise-hold", "exercise-held"],
  },
  "C016-test-of-wrong-kind/": {
    code: "C016",
    within: "own/own-rule.yaml",
    line: 13,
    column: 34,
    quotes: ["clauses.sanctions", "at-least"],
  },
  "C017-condition-contradicts-itself/": {
    code: "C017",
    within: "own/own-rule.yaml",
    line: 16,
    column: 7,
    quotes: ["type"],
  },
  "C018-criterion-never-asked/": {
    code: "C018",
    within: "own/own-rule.yaml",
    line: 11,
    column: 1,
  },
  "C019-table-without-last-row/": {
    code: "C019",
    within: "own/own-profile.yaml",
    line: 9,
    column: 3,
    quotes: ["when"],
  },
  "C027-change-over/": {
    code: "C027",
    within: "own/exercise-held.yaml",
    line: 8,
    column: 8,
    quotes: ["exercise-held", "2026-06-30"],
  },
  "C028-overlay-not-named/": {
    code: "C028",
    within: "exercise-held.yaml",
    line: 3,
    column: 7,
    quotes: ["overlay"],
  },
  "C029-path-out-of-folder/": {
    code: "C029",
    within: "policy.yaml",
    line: 6,
    column: 10,
    quotes: ["../C007-unknown-profile"],
  },
  "C030-policy-path-absent/": {
    code: "C030",
    within: "policy.yaml",
    line: 6,
    column: 10,
    quotes: ["ours"],
  },
  "C031-kind-not-for-overlay/": {
    code: "C031",
    within: "own/scenario.yaml",
    line: 2,
    column: 7,
    quotes: ["scenario", "adjustment"],
  },
  "C032-change-twice/": {
    code: "C032",
    within: "own/2/exercise-held.yaml",
    line: 5,
    column: 12,
    quotes: ["exercise-held"],
    other: [5, 12],
  },
  "C033-profile-extends-itself/": {
    code: "C033",
    within: "own/own-profile.yaml",
    line: 8,
    column: 10,
    quotes: ["own-profile → own-profile"],
  },
  "C034-not-a-colour/": {
    code: "C034",
    within: "policy.yaml",
    line: 6,
    column: 30,
    quotes: ["blue"],
  },
  "C035-logo-not-an-image/": {
    code: "C035",
    within: "policy.yaml",
    line: 6,
    column: 19,
    quotes: ["register.yaml"],
  },
  "C036-adjustment-empty/": {
    code: "C036",
    within: "own/exercise-held.yaml",
    line: 3,
    column: 1,
    quotes: ["off: yes"],
  },
  "C037-lawful-row-changed/": {
    code: "C037",
    within: "own/own-profile.yaml",
    line: 9,
    column: 3,
  },
  "C039-policy-value-refused/": {
    code: "C039",
    within: "policy.yaml",
    line: 9,
    column: 12,
    quotes: ["30 d", "disruption-notice", "notify-first"],
  },
  "C038-word-never-held/": {
    code: "C038",
    within: "own/own-rule.yaml",
    line: 13,
    column: 55,
    quotes: ["maybe", "clauses.sanctions"],
  },
};

const HEAD = "kind: register\nversion: 1\norganisation: { id: provby, name: Provby kommun }\n";
const CONTRACTS = "contracts:\n  - id: PB-1\n    title: Skolmåltider\n";

interface Made extends Mistake {
  readonly bytes: string | Uint8Array;
}

/** What cannot lie in a file of the project: bytes that are no text, and files of a size that nobody wants to keep. */
const MADE: Readonly<Record<string, Made>> = {
  "nothing at all": { code: "Y017", bytes: "", line: 1, column: 1 },
  "a NUL": {
    code: "Y009",
    bytes: `${HEAD}${CONTRACTS}    notes: a\0b\n`,
    line: 7,
    column: 13,
    quotes: ["U+0000"],
  },
  "a delete character": {
    code: "Y009",
    bytes: `${HEAD}${CONTRACTS}    notes: a\u007fb\n`,
    line: 7,
    column: 13,
    quotes: ["U+007F"],
  },
  "Latin-1": { code: "Y010", bytes: Buffer.from(HEAD + CONTRACTS, "latin1") },
  "a hundred and one brackets": {
    code: "Y011",
    bytes: `${HEAD}x-deep: ${"[".repeat(101)}${"]".repeat(101)}\n${CONTRACTS}`,
    line: 4,
    quotes: ["100"],
  },
  "a mistake after CRLF line ends": {
    code: "S001",
    bytes: `${HEAD}${CONTRACTS}    stge: in-force\n`.replaceAll("\n", "\r\n"),
    line: 7,
    column: 5,
    quotes: ["stge", "stage"],
  },
  "a mistake after a byte order mark": {
    code: "S001",
    bytes: `\u{feff}${HEAD}${CONTRACTS}    stge: in-force\n`,
    line: 7,
    column: 5,
    quotes: ["stge", "stage"],
  },
  "an entry of more than a million characters": {
    code: "Y014",
    bytes: `${HEAD}${CONTRACTS}    notes: ${"a".repeat(1_000_001)}\n`,
    line: 5,
    column: 1,
    quotes: ["1 MB"],
  },
};

/** Found when the register is assessed, not when it is read. */
const FOUND_BY_THE_ASSESSMENT: readonly Code[] = ["R024", "R025", "R026", "R027", "R028"];

/** Found by `catalogue check`: they keep no register from being read. */
const FOUND_BY_THE_CATALOGUE_CHECK: readonly Code[] = [
  ...(["C021", "C022", "C023", "C024", "C025", "C026"] as const),
];

const FOLDER = new URL("../../examples/faulty/", import.meta.url).pathname;
const WORDINGS = LANGUAGES.map((language) => wordingFor(language, ["diagnostics"]));

/** A register with the policy beside it, as every command reads them. */
function read(path: string): Loaded {
  const workspace = openWorkspace(
    {
      lang: undefined,
      quiet: false,
      colour: false,
      paths: [path],
      asOf: TODAY,
      profile: undefined,
    },
    { ...nodePlatform(), today: () => TODAY },
  );
  return workspace.loaded;
}

/** The only diagnostic of what was read, said in each language. */
function onlyMistake(loaded: Loaded): readonly SaidDiagnostic[] {
  expect(loaded.diagnostics.map(({ code }) => code)).toHaveLength(1);
  return loaded.diagnostics.flatMap((diagnostic) =>
    WORDINGS.map((wording) => sayDiagnostic(diagnostic, wording, loaded)),
  );
}

function expectMistake(loaded: Loaded, mistake: Mistake, path: string): void {
  const said = onlyMistake(loaded);
  for (const each of said) {
    expect(each.code).toBe(mistake.code);
    expect(each.file).toBe(mistake.within === undefined ? path : join(path, mistake.within));
    expect(each.start?.line).toBe(mistake.line);
    if (mistake.column !== undefined || mistake.line === undefined)
      expect(each.start?.column).toBe(mistake.column);
    expectWords(each, mistake);
    const places = each.related.map(({ start }) => [start?.line, start?.column]);
    expect(places).toEqual(mistake.other === undefined ? [] : [mistake.other]);
  }
  expect(new Set(said.map(({ message }) => message)).size).toBe(LANGUAGES.length);
}

/** A whole sentence that quotes what it is about, and a way out. */
function expectWords({ message, help }: SaidDiagnostic, { quotes = [] }: Mistake): void {
  expect(message).toMatch(/^.{10,}[.!?]$/u);
  expect(help).toMatch(/^.{10,}[.!?]$/u);
  expect(`${message} ${help}`).not.toMatch(/\{[a-z-]+\}|undefined|\[object/u);
  for (const quote of quotes) expect(`${message} ${help}`).toContain(quote);
}

describe("a register with one mistake gives one diagnostic, at the mistake, with a way out", () => {
  it.each(Object.entries(MISTAKES))("%s", (name, mistake) => {
    const path = join(FOLDER, name);
    expectMistake(read(path), mistake, path);
  });

  it("leaves no file of the folder out", () => {
    const present = readdirSync(FOLDER).map((name) =>
      statSync(join(FOLDER, name)).isDirectory() ? `${name}/` : name,
    );
    expect(present.filter((name) => !["README.md", "out/"].includes(name)).sort()).toEqual(
      Object.keys(MISTAKES).sort(),
    );
  });

  it("has a line for each file in README.md", () => {
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    const listed = [...readme.matchAll(/^\| `([^`]+)` \| \S/gmu)].map((match) => match[1] ?? "");
    expect(listed.sort()).toEqual(Object.keys(MISTAKES).sort());
  });
});

describe("what cannot be kept in a file is told as well", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "faulty-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(MADE))("%s", (_, made) => {
    const path = join(folder, "register.yaml");
    writeFileSync(path, made.bytes);
    expectMistake(read(path), made, path);
  });

  it("takes a byte order mark and CRLF for no mistake", () => {
    const path = join(folder, "marked.yaml");
    writeFileSync(path, `\u{feff}${HEAD}${CONTRACTS}`.replaceAll("\n", "\r\n"));
    const { diagnostics, register } = read(path);
    expect(diagnostics).toEqual([]);
    expect(register?.contracts.map(({ id }) => id)).toEqual(["PB-1"]);
  });
});

describe("what is no plain file is refused by name", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "faulty-"));
    writeFileSync(join(folder, "register.yaml"), HEAD + CONTRACTS);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("a folder with the name of a file", () => {
    mkdirSync(join(folder, "more.yaml"));
    expectMistake(
      read(folder),
      { code: "F006", within: "more.yaml", quotes: ["more.yaml"] },
      folder,
    );
  });

  it("a pipe", () => {
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    expectMistake(
      read(folder),
      { code: "F006", within: "pipe.yaml", quotes: ["pipe.yaml"] },
      folder,
    );
  });

  it("a link that leads out of the folder", () => {
    symlinkSync(FOLDER, join(folder, "out.yaml"));
    expectMistake(read(folder), { code: "F007", within: "out.yaml", quotes: ["out.yaml"] }, folder);
  });
});

describe("the table of codes", () => {
  it("has no code of text, shape, meaning or catalogue that no mistake gives", () => {
    const shown = [...Object.values(MISTAKES), ...Object.values(MADE)].map(({ code }) => code);
    const told = new Set([
      ...shown.filter((code) => /^[YSRC]/u.test(code)),
      ...FOUND_BY_THE_ASSESSMENT,
      ...FOUND_BY_THE_CATALOGUE_CHECK,
    ]);
    expect([...told].sort()).toEqual(
      Object.keys(CODES)
        .filter((code) => /^[YSRC]/u.test(code))
        .sort(),
    );
  });

  it.each(LANGUAGES)("has a sentence, a way out and a page for each code in %s", (language) => {
    const wording = wordingFor(language, ["diagnostics"]);
    for (const [code, { params }] of Object.entries(CODES)) {
      const filled = Object.fromEntries(params.map((param) => [param, `<${param}>`]));
      for (const part of ["says", "help"])
        expect(wording.say(`diagnostics.${code}.${part}`, filled)).not.toMatch(/\{[a-z-]+\}/u);
      expect(wording.has(`diagnostics.${code}.help-suggestion`)).toBe(
        (params as readonly string[]).includes("suggestion"),
      );
      expect(wording.say(`diagnostics.${code}.page`)).toMatch(/[.!?:`].*[.!?`]$/su);
    }
  });
});
