import { describe, expect, test } from "vitest";
import { CODES } from "../../../src/model/codes.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { exampleFiles } from "../../support/register-of.ts";
import { runCommand } from "../../support/run-command.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

const TEN = { "register.yaml": exampleFiles("ten-contracts")["register.yaml"] ?? "" };

/** A hole in a sentence, a value that was not there, a key of ours in the place of words. */
const UNFINISHED =
  /\{[\p{L}-]*\}|(?<![\w.-])(?:terms|explain|diagnostics|command|report)\.[a-z-]+/u;
const NOTHING = /undefined|NaN|\[object/u;

/** What a page says in each language; each must be whole, and none the same as another. */
async function pagesOf(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const language of LANGUAGES) {
    const { code, stdout, stderr } = await runCommand(["explain", ...args, "--lang", language], {
      files,
    });
    expect({ args, language, code, stderr }).toEqual({ args, language, code: 0, stderr: "" });
    expect(withoutValues(stdout)).not.toMatch(UNFINISHED);
    expect(stdout).not.toMatch(NOTHING);
    expect(stdout.trim().length).toBeGreaterThan(40);
    pages.push(stdout);
  }
  expect(new Set(pages).size).toBe(LANGUAGES.length);
  return pages;
}

/** The braces of YAML that is shown are meant so. */
function withoutValues(page: string): string {
  return page.replaceAll(/`[^`]*`/gu, "").replaceAll(/\{ [^}]*\}|\{\}/gu, "");
}

describe("every code that may be printed is explained in three languages, without a register", () => {
  test.each(Object.keys(CODES))("%s", async (code) => {
    const pages = await pagesOf([code]);
    for (const page of pages)
      expect(page).toContain(`${code} ${CODES[code as keyof typeof CODES].name}`);
    expect((await runCommand(["explain", code.toLowerCase()])).stdout).toContain(code);
  });
});

describe("every criterion is explained in three languages, without a register", () => {
  test.each([...SHIPPED.criteria.values()])("$id", async ({ id, text }) => {
    const pages = await pagesOf([`criterion:${id}`]);
    LANGUAGES.forEach((language, at) => {
      for (const part of [
        text[language].title,
        text[language].why,
        text[language].do,
        text[language].ask,
      ])
        expect(pages[at]).toContain(part);
    });
  });
});

describe("every clause is explained in three languages, without a register", () => {
  test.each([...SHIPPED.clauses.values()])("$id", async ({ id, text }) => {
    const pages = await pagesOf([`clause:${id}`]);
    LANGUAGES.forEach((language, at) => {
      for (const part of [text[language].title, text[language].purpose])
        expect(pages[at]).toContain(part);
    });
  });
});

describe("what a register gives is explained in three languages", () => {
  const contracts = ["FX-02", "FX-04", "FX-06", "FX-09", "FX-01"];

  test.each(contracts)("the class of %s", async (id) => {
    await pagesOf([id], TEN);
  });

  test.each(
    [...SHIPPED.criteria.values()].filter(({ level }) => level === "contract").map(({ id }) => id),
  )("%s", async (id) => {
    for (const contract of contracts) await pagesOf([`contract:${contract}`, id], TEN);
  });

  test.each([["supplier:fx-02-supplier"], ["organisation:fx"], ["portfolio:portfolio"]])(
    "%s",
    async (subject) => {
      await pagesOf([subject], TEN);
    },
  );
});

describe("what would change a verdict on a supplier", () => {
  const supplier = (fields: string) => ({
    "register.yaml": `kind: register\nversion: 1\norganisation: { id: b, name: B }\nsuppliers: [{ id: x, name: X, ${fields} }]\ncontracts:\n  - { id: c, title: T, suppliers: [x] }\n`,
  });
  const explained = async (criterion: string, fields: string): Promise<string> => {
    const args = ["explain", "supplier:x", criterion, "--lang", "en"];
    const { stdout } = await runCommand(args, { files: supplier(fields) });
    return stdout.slice(stdout.indexOf("What would change the result:"));
  };

  test("is the outcome of the check against sanctions", async () => {
    const page = await explained("supplier-sanctions-checked", "sanctions: { result: possible }");
    expect(page).toMatch(/Met\n +sanctions\.result: clear/u);
    expect(page).toMatch(/Not met\n +sanctions\.result: hit/u);
  });

  test("is that there is no parent, but never a number that somebody must look up", async () => {
    expect(await explained("supplier-identified", "business-id: 9990002-4")).toMatch(
      /Met\n +parent: none/u,
    );
    expect(await explained("supplier-identified", "parent: none")).not.toContain("→");
  });
});

describe("a subject", () => {
  const both = {
    "register.yaml":
      "kind: register\nversion: 1\norganisation: { id: b, name: B }\nsuppliers: [{ id: x, name: X }]\ncontracts:\n  - { id: x, title: T, suppliers: [x] }\n",
  };

  test("that is several things is refused with the choices", async () => {
    const { code, stderr, stdout } = await runCommand(["explain", "x"], { files: both });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/U008 .*contract:x, supplier:x/u);
  });

  test("that is named with its kind is found", async () => {
    expect((await runCommand(["explain", "contract:x"], { files: both })).code).toBe(0);
    expect((await runCommand(["explain", "supplier:x"], { files: both })).code).toBe(0);
  });

  test("shows where each fact stands, at its line", async () => {
    const { stdout } = await runCommand(["explain", "FX-02", "stock-covers-lead-time"], {
      files: TEN,
    });
    const lines = TEN["register.yaml"].split("\n");
    const shown = [...stdout.matchAll(/^ {2}([\w.-]+) = .* register\.yaml:(\d+)$/gmu)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, path = "", line] of shown)
      expect(lines[Number(line) - 1]).toContain(`${path.slice(path.lastIndexOf(".") + 1)}:`);
  });
});

describe("where there is no register", () => {
  test("a bare id of the catalogue is explained as if its kind were named", async () => {
    const named = await runCommand(["explain", "criterion:second-source", "--lang", "en"]);
    expect(await runCommand(["explain", "second-source", "--lang", "en"])).toEqual(named);
  });

  test("a clause answers to the code that documents print", async () => {
    const named = await runCommand(["explain", "clause:change-clause", "--lang", "en"]);
    for (const name of ["DC-16", "clause:dc-16"])
      expect(await runCommand(["explain", name, "--lang", "en"])).toEqual(named);
  });

  test("anything else says that no register was found", async () => {
    const { code, stderr } = await runCommand(["explain", "nothing-of-ours", "--lang", "en"]);
    expect(code).toBe(3);
    expect(stderr).toContain("F008  No register was found in “.”.");
  });
});
