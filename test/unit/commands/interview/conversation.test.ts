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
import { recordedWorld } from "../../../support/recording-platform.ts";
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

interface Sat {
  readonly session: Session;
  readonly conversed: Conversed;
  readonly voice: ExplanationVoice;
  readonly said: string;
}

/** Sits through an interview in which every question is answered with the first choice. */
function sitThrough(criticality: string, all: boolean): Sat {
  const world = recordedWorld(
    { "r.yaml": registerOfClass(criticality) },
    { typed: Array.from({ length: 30 }, () => "1") },
  );
  const { platform } = world;
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
    { contract: "K", catalogue: CATALOGUE, workspace: reopen(), dryRun: false, reopen },
    platform,
  );
  if (session === undefined) throw new Error("no contract K");
  const voice: ExplanationVoice = {
    wording: wordsFor("en", ["interview", "explain", "terms", "diagnostics"], platform),
    format: makeFormat("en"),
    paint: makePaint(false),
    locate: () => "",
  };
  const conversed = converse({ session, prompt: promptAt(platform), voice }, all);
  return { session, conversed, voice, said: world.said() };
}

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
    const world = recordedWorld({ "r.yaml": registerOfClass("K1") });
    const { voice } = sitThrough("K1", true);
    const request = {
      paths: ["r.yaml"],
      asOf: undefined,
      profile: undefined,
      lang: "en" as const,
      quiet: false,
      colour: false,
    };
    const reopen = () => openWorkspace(request, world.platform);
    const session = openSession(
      { contract: "K", catalogue: CATALOGUE, workspace: reopen(), dryRun: false, reopen },
      world.platform,
    );
    const list = (all: boolean): string =>
      session === undefined ? "" : listingText(session.standing(), voice, all);
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
