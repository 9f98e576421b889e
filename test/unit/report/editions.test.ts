import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/main.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { recordedWorld } from "../../support/recording-platform.ts";
import { exampleFiles } from "../../support/register-of.ts";
import { runCommand } from "../../support/run-command.ts";

/** An agency whose every decision has a reason that no other has, so that each can be counted. */
const FILES = exampleFiles("agency");
const REASONS = reasonsIn(FILES);
/** One more of each, over by the day of assessment. */
const OVER = {
  ...FILES,
  "register.yaml": (FILES["register.yaml"] ?? "").replace(
    "    accepted:\n",
    "    accepted:\n      - { criterion: sanctions-clause, because: Utgången acceptans, by: ledningsgruppen, until: 2026-06-30 }\n",
  ),
  "catalogue/adjustments/flow-down.yaml":
    "kind: adjustment\nversion: 1\ncriterion: flow-down\noff: yes\nbecause: Utgången avstängning\nby: upphandlingschefen\nuntil: 2026-06-30\n",
};

function reasonsIn(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(files).flatMap((text) =>
    [...text.matchAll(/^\s*(?:- )?because: (.+)$/gmu)].map(([, reason]) => reason ?? ""),
  );
}

/** As words alone: renderers break lines, escape and hyphenate each in their own way. */
function words(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}

function timesIn(text: string, reason: string): number {
  return words(text).split(words(reason).trim()).length - 1;
}

describe.each(LANGUAGES)("every edition in %s", (language) => {
  let made: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const args = ["report", ".", "--out", "made", "--lang", language, "--as-of", TODAY];
    const { code, files } = await runCommand([...args, "--format", "html,md"], { files: OVER });
    expect(code).toBe(0);
    made = files;
  });

  it("of the example has the reasons of its decisions", () => {
    // Two criteria, two adjustments, a profile, an acceptance, a decided class.
    expect(REASONS).toHaveLength(7);
    expect(reasonsIn(OVER)).toHaveLength(8);
  });

  it.each(["md", "html"])("as %s lists each decision with its reason", (ending) => {
    const text = (made[`made/report.${ending}`] ?? "").replaceAll(/<[^>]+>/gu, " ");
    const all = [...REASONS, "Utgången acceptans", "Utgången avstängning"];
    expect(all.filter((reason) => timesIn(text, reason) === 0)).toEqual([]);
  });

  it("in the terminal lists each decision with its reason", async () => {
    const args = ["report", ".", "--format", "terminal", "--lang", language, "--as-of", TODAY];
    const { stdout } = await runCommand(args, { files: OVER, columns: 4000 });
    const all = [...REASONS, "Utgången acceptans", "Utgången avstängning"];
    expect(all.filter((reason) => timesIn(stdout, reason) === 0)).toEqual([]);
  });
});

const hasReader = spawnSync("pdftotext", ["-v"]).status === 0;
if (!hasReader) console.warn("skipped: pdftotext is needed to read the PDF");

describe.skipIf(!hasReader)("the printed edition", () => {
  it("lists each decision with its reason", async () => {
    const world = recordedWorld(OVER);
    const args = ["report", ".", "--out", "made", "--lang", "sv", "--as-of", TODAY];
    expect(await run([...args, "--format", "pdf"], world.platform)).toBe(0);
    const input = world.files.get("made/report.pdf");
    const { stdout } = spawnSync("pdftotext", ["-", "-"], { input, encoding: "utf8" });
    const all = [...REASONS, "Utgången acceptans", "Utgången avstängning"];
    expect(all.filter((reason) => timesIn(stdout, reason) === 0)).toEqual([]);
  });
});

describe("the assessment for programs", () => {
  it("lists every decision that the files hold, once, with role and end", async () => {
    const args = ["assess", ".", "--format", "json", "--as-of", TODAY];
    const { stdout } = await runCommand(args, { files: OVER });
    const told = JSON.parse(stdout) as {
      readonly catalogue: { readonly overrides: readonly Decision[] };
      readonly organisation: { readonly accepted: readonly Decision[] };
      readonly contracts: readonly {
        readonly accepted: readonly Decision[];
        readonly class: { readonly override: Decision | null };
      }[];
      readonly suppliers: readonly { readonly accepted: readonly Decision[] }[];
    };
    const accepted = [told.organisation, ...told.contracts, ...told.suppliers].flatMap(
      (each) => each.accepted,
    );
    const decided = told.contracts.flatMap((each) => each.class.override ?? []);
    const all = [...told.catalogue.overrides, ...accepted, ...decided];
    const expected = [...REASONS, "Utgången acceptans", "Utgången avstängning"];
    expect(all.map(({ because }) => because).sort()).toEqual([...expected].sort());
    expect(all.filter(({ by }) => by.trim() === "")).toEqual([]);
    expect(
      [...told.catalogue.overrides, ...accepted]
        .filter(({ over }) => over === true)
        .map(({ until }) => until),
    ).toEqual(["2026-06-30", "2026-06-30"]);
    expect(decided).toMatchObject([{ class: "K2", approvedBy: "ledningsgruppen" }]);
  });
});

interface Decision {
  readonly because: string;
  readonly by: string;
  readonly until?: string | null;
  readonly over?: boolean;
}
