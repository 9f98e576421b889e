import { describe, expect, test } from "vitest";
import type { ExplanationVoice } from "../../../../src/commands/explanation-voice.ts";
import { closingLines } from "../../../../src/commands/interview/closing-text.ts";
import type { Conversed } from "../../../../src/commands/interview/conversation.ts";
import { converse } from "../../../../src/commands/interview/conversation.ts";
import { listingText } from "../../../../src/commands/interview/listing.ts";
import { promptAt } from "../../../../src/commands/interview/prompt.ts";
import type { Session } from "../../../../src/commands/interview/session.ts";
import { openSession } from "../../../../src/commands/interview/session.ts";
import { openWorkspace, wordsFor } from "../../../../src/commands/workspace.ts";
import { makePaint } from "../../../../src/render/paint.ts";
import { makeFormat } from "../../../../src/wording/format.ts";
import { nodePlatform } from "../../../../src/platform/node.ts";
import type { Catalogue } from "../../../../src/model/catalogue.ts";
import type { Platform } from "../../../../src/model/platform.ts";
import { recordedWorld, textAt } from "../../../support/recording-platform.ts";
import { criterionOf, withCriteria } from "../../../support/shipped-catalogue.ts";

/** Twelve clauses, each asked for by a criterion at every class. */
const CLAUSES = [
  ...[
    "audit",
    "backup-power",
    "buffer-stock",
    "change-clause",
    "cover-purchase",
    "crisis-contacts",
  ],
  ...["exercises", "flow-down", "risk-review", "sanctions", "step-in", "substitutes"],
];
const CATALOGUE = withCriteria(
  CLAUSES.map((clause) =>
    criterionOf(`has-${clause}`, "medium", {
      met: {
        join: "test",
        field: `clauses.${clause}`,
        word: "is",
        operand: { kind: "literal", value: "present" },
      },
    }),
  ),
);

function registerOfClass(criticality: string): string {
  return `kind: register
version: 1
organisation: { id: test-buyer, name: The buyer }
contracts:
  - id: K
    title: Contract
    suppliers: none
    criticality:
      override: { class: ${criticality}, because: test, by: head, approved-by: director }
`;
}

/** A criterion of each kind of field, and what its question says first. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  "clauses.audit": / 1 {2}present/u,
  "sourcing.second-source": / 1 {2}yes/u,
  "flags.cold-chain": / 1 {2}yes/u,
  "procurement.procedure": / 1 {2}open/u,
  "stock.lasts": /Type a length of time/u,
  "sourcing.alternatives.switch-time": /Type a time/u,
  "personnel.deputies": /Type a number/u,
  "clauses.option-volumes.parameters.option-up": /Type a share/u,
  "term.end": /Type a day/u,
  "owner.role": /Type a few words/u,
  "chain.components": /Type it in square brackets/u,
  "criticality.vital-function": / 1 {2}VF1 /u,
  framework: /Type it in curly brackets/u,
};
const EVERY_KIND = withCriteria(
  Object.keys(FIELDS).map((field) =>
    criterionOf(`about-${field.replaceAll(".", "-")}`, "medium", {
      met: { join: "test", field, word: "recorded", operand: { kind: "literal", value: "yes" } },
    }),
  ),
);

interface Sat {
  readonly session: Session;
  readonly conversed: Conversed;
  readonly voice: ExplanationVoice;
  readonly said: string;
  readonly file: string;
}

interface Screen {
  readonly field: string;
  readonly text: string;
}

const VOICE: ExplanationVoice = {
  wording: wordsFor("en", ["interview", "explain", "terms", "diagnostics"], nodePlatform()),
  format: makeFormat("en"),
  paint: makePaint(false),
  locate: () => "",
};

/** A session on a register of one contract, in a world of its own. */
function sessionOn(criticality: string, catalogue: Catalogue, person: (screen: Screen) => string) {
  const world = recordedWorld({ "r.yaml": registerOfClass(criticality) }, { typed: [] });
  const platform: Platform = {
    ...world.platform,
    readLine: () => {
      const text =
        world
          .said()
          .split(/^(?=Question )/mu)
          .at(-1) ?? "";
      return person({ text, field: /Field: .*?\(?([\w.-]+)\)?$/mu.exec(text)?.[1] ?? "" });
    },
  };
  const request = {
    paths: ["r.yaml"],
    asOf: undefined,
    profile: undefined,
    lang: "en" as const,
    quiet: false,
    colour: false,
  };
  const reopen = () => openWorkspace(request, platform);
  const session = openSession(
    { contract: "K", catalogue, workspace: reopen(), dryRun: false, reopen },
    platform,
  );
  if (session === undefined) throw new Error("no contract K");
  return { world, platform, session };
}

/** Sits through an interview; by default every question is answered with the first choice. */
function sitThrough(
  criticality: string,
  all: boolean,
  catalogue = CATALOGUE,
  person: (screen: Screen) => string = () => "1",
): Sat {
  const { world, platform, session } = sessionOn(criticality, catalogue, person);
  const conversed = converse({ session, prompt: promptAt(platform), voice: VOICE }, all);
  return { session, conversed, voice: VOICE, said: world.said(), file: textAt(world, "r.yaml") };
}

test("one goes back from a question of every kind", () => {
  const kinds = new Set<string>();
  const broken: string[] = [];
  let last = "";
  let expected: string | undefined;
  sitThrough("K3", false, EVERY_KIND, ({ field, text }) => {
    if (expected !== undefined) {
      if (field !== expected) broken.push(`back to ${field}, not to ${expected}`);
      expected = undefined;
      return "s";
    }
    if (FIELDS[field]?.test(text) !== true) broken.push(`${field}: ${text}`);
    if (last === "" || kinds.has(field)) {
      last = field;
      kinds.add(field);
      return kinds.size === Object.keys(FIELDS).length ? "q" : "s";
    }
    kinds.add(field);
    expected = last;
    return "b";
  });
  expect(broken).toEqual([]);
  expect([...kinds].sort()).toEqual(Object.keys(FIELDS).sort());
});

test("an answer of every kind is written as the register writes it", () => {
  const typed: Readonly<Record<string, readonly string[]>> = {
    "clauses.audit": ["4"],
    "sourcing.second-source": ["not-applicable", "There is one maker in the world."],
    "flags.cold-chain": ["no"],
    "procurement.procedure": ["open"],
    "stock.lasts": ["2,5weeks"],
    "sourcing.alternatives.switch-time": ["9 months"],
    "personnel.deputies": ["2"],
    "clauses.option-volumes.parameters.option-up": ["20%"],
    "term.end": ["2030-12-31"],
    "owner.role": ["head of laundry"],
    "chain.components": ["{ name: filter, origin: [DE], critical: yes }"],
    "criticality.vital-function": ["VF6.health", "direct"],
    framework: ["{ kind: ranked }"],
  };
  const lines = new Map(Object.entries(typed).map(([field, given]) => [field, [...given]]));
  const { file, conversed } = sitThrough(
    "K3",
    false,
    EVERY_KIND,
    ({ field }) => lines.get(field)?.shift() ?? "q",
  );
  expect(conversed).toEqual({ written: Object.keys(FIELDS).length, open: 0, cutShort: false });
  const flat = file.replaceAll(/\s+/gu, " ");
  for (const part of [
    "audit: none",
    "status: not-applicable",
    "because: There is one maker in the world.",
    "cold-chain: no",
    "procedure: open",
    "lasts: 2.5 weeks",
    "switch-time: 9 months",
    "deputies: 2",
    "option-up: 20 %",
    "end: 2030-12-31",
    "role: head of laundry",
    "name: filter",
    "code: VF6.health",
    "link: direct",
    "kind: ranked",
  ])
    expect(flat).toContain(part);
});

test("what was skipped comes once more, and then no more", () => {
  const counts = new Map<string, number>();
  const { conversed } = sitThrough("K3", false, EVERY_KIND, ({ field }) => {
    counts.set(field, (counts.get(field) ?? 0) + 1);
    return "s";
  });
  expect(conversed.open).toBe(Object.keys(FIELDS).length);
  expect(counts.size).toBe(Object.keys(FIELDS).length);
  expect(new Set(counts.values())).toEqual(new Set([2]));
});

describe("a contract that can only be of class K1", () => {
  test("is asked ten questions at most, and told how many more there are", () => {
    const { session, conversed, voice, said } = sitThrough("K1", false);
    expect(said.match(/^Question \d+ of 10$/gmu)).toHaveLength(10);
    expect(conversed).toEqual({ written: 10, open: 2, cutShort: true });
    const closing = closingLines(session.standing(), session, conversed, ["r.yaml"], voice);
    expect(closing.join("\n")).toContain(
      "2 more are open: beredskap interview K --register r.yaml --all",
    );
  });

  test("is asked them all where somebody wants that", () => {
    const { conversed, said } = sitThrough("K1", true);
    expect(said.match(/^Question \d+ of 12$/gmu)).toHaveLength(12);
    expect(conversed).toEqual({ written: 12, open: 0, cutShort: false });
  });

  test("has as many in its list", () => {
    const { session } = sessionOn("K1", CATALOGUE, () => "q");
    const list = (all: boolean): string => listingText(session.standing(), VOICE, all);
    expect(list(false).match(/^ *\d+ {2}/gmu)).toHaveLength(10);
    expect(list(false)).toContain("2 more are open. Show them with --all.");
    expect(list(true).match(/^ *\d+ {2}/gmu)).toHaveLength(12);
  });
});

test("a graver contract is asked everything", () => {
  const { conversed, said } = sitThrough("K2", false);
  expect(said.match(/^Question \d+ of 12$/gmu)).toHaveLength(12);
  expect(conversed).toEqual({ written: 12, open: 0, cutShort: false });
});
