import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/main.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import type { RecordedWorld } from "../support/recording-platform.ts";
import { recordedWorld, textAt } from "../support/recording-platform.ts";
import { exampleFiles } from "../support/register-of.ts";
import { PROJECT } from "../support/run-tool.ts";
import {
  award,
  contractor,
  eformsNotice,
  ONE_CONTRACT,
  tedNotice,
} from "../unit/import/notice-xml.ts";
import { wordsOf } from "./play-transcript.ts";

const README = readFileSync(`${PROJECT}README.md`, "utf8");

/** The fenced blocks of a language under a heading of README.md, up to the next heading. */
function blocksUnder(heading: string, language: string): readonly string[] {
  const section = README.split(/^(?=##+ )/mu).find((each) => each.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`README.md has no ${heading}`);
  const blocks = [...section.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gmsu"))];
  if (blocks.length === 0) throw new Error(`${heading} has no block in ${language}`);
  return blocks.map(([, content = ""]) => content);
}

function commandsUnder(heading: string): readonly string[] {
  return blocksUnder(heading, "console").flatMap((block) => block.trimEnd().split("\n"));
}

/** Runs a line of README.md; it must be a command of ours and end well. */
async function runAsShown(
  line: string,
  { platform, said, forget }: RecordedWorld,
): Promise<string> {
  expect(line).toMatch(/^beredskap [a-z]/u);
  forget();
  const exit = await run(wordsOf(line).slice(1), platform);
  expect({ line, exit, said: exit === 0 ? "" : said() }).toEqual({ line, exit: 0, said: "" });
  return said();
}

describe("the commands in README.md work as they are shown", () => {
  test("from init to the clauses, with the contract typed where it says", async () => {
    const world = recordedWorld({}, { locale: "en_GB.UTF-8" });
    const [init, ...others] = commandsUnder("## Your own register, in an hour");
    await runAsShown(init ?? "", world);
    typeContracts(blocksUnder("## Your own register, in an hour", "yaml")[0] ?? "", world);
    const said: string[] = [];
    for (const line of others) said.push(await runAsShown(line, world));
    expect(others.length).toBeGreaterThanOrEqual(5);
    expect(said.join("")).toContain("K-17");
    const written = [...world.files.keys()].filter((path) => path.startsWith("out/")).sort();
    expect(written).toEqual(
      expect.arrayContaining(["out/report.html", "out/report.md", "out/report.pdf"]),
    );
  });

  test("the check of an organisation's own criteria", async () => {
    const files = Object.entries(exampleFiles("agency"));
    const world = recordedWorld(
      Object.fromEntries(files.map(([path, text]) => [`examples/agency/${path}`, text])),
    );
    const [line, ...others] = commandsUnder("### Your own criteria");
    expect(await runAsShown(line ?? "", world)).toContain("2 kriterier");
    expect(others).toEqual([]);
  });

  test("the imports, from notices of each kind", async () => {
    const awarded = `<CONTRACTORS>${contractor("Kemtekno Oy", "9990003-2")}</CONTRACTORS>`;
    const notices = {
      "notices/one.xml": eformsNotice({ result: ONE_CONTRACT }),
      "old-notices/one.xml": tedNotice({
        awards: award("<CONTRACT_NO>NS-1</CONTRACT_NO>", awarded),
      }),
    };
    for (const line of commandsUnder("### From published notices")) {
      const world = recordedWorld(notices);
      await runAsShown(line, world);
      await runAsShown(`beredskap validate ${wordsOf(line).at(-1) ?? ""}`, world);
    }
  });

  test("the commands of CI, in the folder that init made", async () => {
    const world = recordedWorld({}, { locale: "en_GB.UTF-8" });
    await runAsShown("beredskap init", world);
    for (const line of commandsUnder("### In CI")) {
      expect(line).toMatch(/^beredskap (validate|assess)\b/u);
      expect(await run(wordsOf(line).slice(1), world.platform)).toBe(0);
    }
  });
});

describe.each(["github", "gitlab"])("the CI file for %s", (host) => {
  test.each(LANGUAGES)(
    "in %s runs as it stands on what init lays down, and all its files are written",
    async (lang) => {
      const world = recordedWorld({});
      await runAsShown(`beredskap init --ci ${host} --lang ${lang}`, world);
      const path = host === "github" ? ".github/workflows/beredskap.yaml" : ".gitlab-ci.yml";
      const lines = [...textAt(world, path).matchAll(/^ +- (?:run: )?(beredskap .+)$/gmu)];
      expect(lines).toHaveLength(2);
      for (const [, line = ""] of lines)
        expect(await run(wordsOf(line).slice(1), world.platform)).toBe(0);
      const written = [...textAt(world, path).matchAll(/=(out\/[\w.]+)/gu)].map(([, file]) => file);
      expect(written.length).toBeGreaterThan(2);
      for (const file of written) expect(world.files.has(file ?? "")).toBe(true);
    },
  );
});

/** Puts the contracts of a block at the head of the register's list, as a user would. */
function typeContracts(block: string, world: RecordedWorld): void {
  const [head = "", ...entries] = block.trimEnd().split("\n");
  const register = textAt(world, "my-register/register.yaml");
  expect(register).toContain(`\n${head}\n`);
  const typed = register.replace(`\n${head}\n`, `\n${head}\n${entries.join("\n")}\n`);
  world.files.set("my-register/register.yaml", new TextEncoder().encode(typed));
}
