import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { EXIT } from "../../../src/model/exit.ts";
import { faultsBy } from "../../support/output-schemas.ts";
import { exampleFiles } from "../../support/register-of.ts";
import { recordedWorld } from "../../support/recording-platform.ts";
import type { Finished } from "../../support/run-command.ts";
import { runCommand } from "../../support/run-command.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";
import { run } from "../../../src/cli/main.ts";

const catalogue = (args: string, files: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runCommand(["catalogue", ...args.split(" ")], { files });

const faults = faultsBy("catalogue");

interface Told {
  readonly catalogue: { readonly profile: string; readonly overrides: readonly unknown[] };
  readonly criteria?: readonly {
    readonly id: string;
    readonly text: object;
    readonly met: object;
  }[];
  readonly clauses?: readonly { readonly id: string }[];
  readonly scales?: readonly { readonly id: string }[];
  readonly vitalFunctions?: readonly { readonly id: string }[];
  readonly facts?: readonly { readonly id: string }[];
  readonly profiles?: readonly { readonly id: string }[];
}

/** What a command writes as JSON, checked against its schema. */
async function told(args: string, files: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { code, stdout } = await catalogue(`${args} --format json`, files);
  expect(code).toBe(EXIT.ok);
  const value = JSON.parse(stdout) as Told;
  expect(faults(value)).toEqual([]);
  return value;
}

const idsOf = (objects: readonly { readonly id: string }[] | undefined): readonly string[] =>
  (objects ?? []).map(({ id }) => id);

const AGENCY = exampleFiles("agency");

describe("catalogue list", () => {
  test("lists the criteria where nothing is named, and any list that is", async () => {
    expect(idsOf((await told("list")).criteria)).toHaveLength(SHIPPED.criteria.size);
    const all = await told("list criteria clauses profiles scales vital-functions facts");
    expect(idsOf(all.clauses)).toContain("disruption-notice");
    expect(idsOf(all.profiles)).toEqual(["small-buyer", "standard", "strict"]);
    expect(idsOf(all.scales)).toContain("notify-first");
    expect(idsOf(all.vitalFunctions)).toEqual(["VF1", "VF2", "VF3", "VF4", "VF5", "VF6", "VF7"]);
    expect(idsOf(all.facts)).toContain("stock-cover");
  });

  test("says the same in every language as JSON", async () => {
    const inSwedish = await catalogue("list --format json --lang sv");
    expect((await catalogue("list --format json --lang fi")).stdout).toBe(inSwedish.stdout);
  });

  test("filters by level, group, class, situation and what the law demands", async () => {
    const { criteria } = await told("list --level supplier");
    expect(idsOf(criteria)).toContain("supplier-financial-watch");
    expect(idsOf(criteria).every((id) => id.startsWith("supplier-"))).toBe(true);
    expect(idsOf((await told("list --group stock")).criteria)).toContain("buffer-stock");
    // Asked of K3 and K4 alone, by its file.
    expect(idsOf((await told("list --class K2")).criteria)).not.toContain("exercise-held");
    expect(idsOf((await told("list --class K3")).criteria)).toContain("exercise-held");
    expect(idsOf((await told("list --statutory")).criteria)).toEqual([
      "sote-minimum-terms",
      "supplier-sanctions-checked",
    ]);
    const emergencies = idsOf((await told("list --situation E")).criteria);
    expect(emergencies.length).toBeGreaterThan(0);
    expect(emergencies.length).toBeLessThan(SHIPPED.criteria.size);
  });

  test("refuses a filter that names nothing, with what there is", async () => {
    const group = await catalogue("list --group stok --lang en");
    expect(group.code).toBe(EXIT.usage);
    expect(group.stderr).toContain("stock");
    expect((await catalogue("list --class K5")).code).toBe(EXIT.usage);
    expect((await catalogue("list criterion")).code).toBe(EXIT.usage);
    expect((await catalogue("lists")).code).toBe(EXIT.usage);
  });

  test("shows what is used where one stands: the organisation's own profile and criteria", async () => {
    const own = await told("list profiles criteria", AGENCY);
    expect(own.catalogue.profile).toBe("modellverket");
    expect(own.catalogue.overrides.length).toBeGreaterThan(2);
    expect(idsOf(own.profiles)).toContain("modellverket");
    expect(idsOf(own.criteria)).toContain("winter-spares");
    expect(idsOf((await told("list --group measuring", AGENCY)).criteria)).toEqual([
      "winter-spares",
    ]);
  });

  test("shows nothing where what the policy names cannot be read", async () => {
    const policy = "kind: policy\nversion: 1\nprofile: stict\n";
    const { code, stdout, stderr } = await catalogue("list --lang en", { "policy.yaml": policy });
    expect({ code, stdout }).toEqual({ code: EXIT.input, stdout: "" });
    expect(stderr).toContain("strict");
  });

  test("is a table for people, and Markdown where asked", async () => {
    const terminal = await catalogue("list scales --lang sv");
    expect(terminal.stdout).toMatch(/notify-first +48 h +24 h +8 h +2 h/u);
    const markdown = await catalogue("list scales --lang sv --format md");
    expect(markdown.stdout).toContain("| `notify-first` | 48 h | 24 h | 8 h | 2 h |");
  });
});

describe("catalogue show", () => {
  test("tells all of each kind of object", async () => {
    const shown = await told(
      "show criterion:disruption-notice DC-02 standard scale:rto VF6.health fact.stock-cover",
    );
    expect(idsOf(shown.criteria)).toEqual(["disruption-notice"]);
    expect(idsOf(shown.clauses)).toEqual(["disruption-notice"]);
    expect(idsOf(shown.profiles)).toEqual(["standard"]);
    expect(idsOf(shown.scales)).toEqual(["rto"]);
    expect(idsOf(shown.vitalFunctions)).toEqual(["VF6"]);
    expect(idsOf(shown.facts)).toEqual(["stock-cover"]);
  });

  test("writes conditions as the files do", async () => {
    const shown = await told("show criterion:second-source");
    expect(shown.criteria?.[0]?.met).toEqual({ field: "sourcing.second-source", is: "yes" });
  });

  test("says of a criterion what explain says", async () => {
    const shown = await catalogue("show second-source --lang fi");
    const explained = await runCommand(["explain", "criterion:second-source", "--lang", "fi"]);
    expect(shown.stdout).toBe(explained.stdout);
  });

  test("refuses a name of two things, with how to name each, and a name of none, with the nearest", async () => {
    const two = await catalogue("show disruption-notice --lang en");
    expect(two.code).toBe(EXIT.usage);
    expect(two.stderr).toContain("criterion:disruption-notice");
    expect(two.stderr).toContain("clause:disruption-notice");
    const none = await catalogue("show clause:disruption-notise --lang en");
    expect(none.code).toBe(EXIT.usage);
    expect(none.stderr).toContain("disruption-notice");
    expect((await catalogue("show")).code).toBe(EXIT.usage);
  });

  test("shows a criterion's page with everything that a reader must know of it", async () => {
    const { stdout } = await catalogue("show supplier-financial-watch --format md --lang en");
    for (const said of [
      "# The supplier’s solvency is watched.",
      "**Why:**",
      "**What to do:**",
      "**Question:**",
      "| K1 | not asked | – | – |",
      "| K3 | high | a document that the buyer has seen | 12 months |",
      "**It is met when:**",
      "(`finance.warning`) is `no`",
      "**verified in an older wording; check the present one**",
      "- K3: `{ finance: { warning: yes, evidence: { kind: document, date: 2026-11-02 } } }` → **Not met**",
      "disruption in normal conditions and emergency conditions",
      "Gaps it finds: G29",
      "DC-27 ",
    ])
      expect(stdout).toContain(said);
  });

  test("says what the organisation decided otherwise, and why", async () => {
    const { stdout } = await catalogue("show exercise-held --format md --lang sv", AGENCY);
    expect(stdout).toContain("**Beslutat av organisationen:**");
  });
});

/** Runs a command that writes files, and gives those files as bytes. */
async function written(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<{
  readonly code: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly said: string;
}> {
  const world = recordedWorld(files);
  const code = await run(["catalogue", "export", ...args], world.platform);
  return { code, files: world.files, said: world.said() };
}

describe("catalogue export", () => {
  test("is one document with contents, by group, that holds every object", async () => {
    const { stdout } = await catalogue("export --lang sv");
    for (const { text } of SHIPPED.criteria.values()) expect(stdout).toContain(text.sv.title);
    for (const { code } of SHIPPED.clauses.values()) expect(stdout).toContain(code);
    const anchors = new Set(
      [...stdout.matchAll(/^#+ (.+)$/gmu)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
          .replaceAll(" ", "-"),
      ),
    );
    const links = [...stdout.matchAll(/\]\(#([^)]+)\)/gu)].map(([, anchor = ""]) => anchor);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  test("is one workbook with a sheet for each list, the same bytes each time", async () => {
    const first = await written(["--format", "xlsx", "--out", "a.xlsx", "--lang", "fi"]);
    const second = await written(["--format", "xlsx", "--out", "a.xlsx", "--lang", "fi"]);
    const bytes = first.files.get("a.xlsx") ?? new Uint8Array();
    expect(Buffer.from(bytes).equals(second.files.get("a.xlsx") ?? new Uint8Array())).toBe(true);
    const workbook = Buffer.from(unzipSync(bytes)["xl/workbook.xml"] ?? []).toString("utf8");
    const sheets = [...workbook.matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name);
    expect(sheets).toEqual([
      "Luettelosta",
      "Kriteerit",
      "Sopimusehdot",
      "Profiilit",
      "Asteikot",
      "Elintärkeät toiminnot",
      "Laskettavat tiedot",
    ]);
  });

  test("is a file for each list as CSV, or one list alone to standard output", async () => {
    const many = await written(["--format", "csv", "--out", "out", "--lang", "sv"]);
    expect([...many.files.keys()].sort()).toEqual(
      ["clauses", "criteria", "facts", "profiles", "scales", "vital-functions"].map(
        (name) => `out/catalogue-${name}.csv`,
      ),
    );
    expect((await written(["--format", "csv"])).code).toBe(EXIT.usage);
    const one = await catalogue("export scales --format csv --lang sv");
    expect(one.stdout).toMatch(/^\uFEFFId;K1;K2;K3;K4\r\nnotify-first;48 h;24 h;8 h;2 h\r\n/u);
    const plain = await catalogue("export scales --format csv --plain-csv --lang sv");
    expect(plain.stdout).toMatch(/^Id,K1,K2,K3,K4\r\nnotify-first,48 h,24 h,8 h,2 h\r\n/u);
  });

  test("holds all lists as JSON", async () => {
    const all = await told("export");
    expect(idsOf(all.criteria)).toHaveLength(SHIPPED.criteria.size);
    expect(idsOf(all.facts).length).toBeGreaterThan(20);
  });

  test("replaces no file unasked, and prints no workbook to a terminal", async () => {
    const files = { "a.xlsx": "mine" };
    expect((await written(["--format", "xlsx", "--out", "a.xlsx"], files)).code).toBe(EXIT.input);
    const shown = await runCommand(["catalogue", "export", "--format", "xlsx"], { columns: 80 });
    expect(shown.code).toBe(EXIT.usage);
  });
});

describe("the questionnaire", () => {
  const TEN = exampleFiles("ten-contracts");
  const form = (args: string): Promise<Finished> =>
    catalogue(`export --format csv --plain-csv --lang en ${args}`, TEN);

  test("asks what is open about a contract, and about everything with --all", async () => {
    const open = (await form("--for contract:FX-02")).stdout.split("\r\n");
    const all = (await form("--for contract:FX-02 --all")).stdout.split("\r\n");
    expect(open.length).toBeGreaterThan(5);
    expect(all.length).toBeGreaterThan(open.length);
    expect(open[1]).toContain("contract FX-02 ");
    expect(all[0]).toContain("In the register now");
  });

  test("asks in the order in which an interview would", async () => {
    const { stdout } = await form("--for contract:FX-08");
    const asked = [...stdout.matchAll(/contract FX-08 ([\w.-]+),questionnaire/gu)].map(
      ([, path = ""]) => path,
    );
    const interview = await runCommand(["interview", "FX-08", "--list", "--format", "json"], {
      files: TEN,
    });
    const { questions } = JSON.parse(interview.stdout) as {
      readonly questions: readonly { readonly path: string }[];
    };
    const ordered = questions.map(({ path }) => path).filter((path) => asked.includes(path));
    expect(ordered.length).toBeGreaterThan(20);
    expect(asked.filter((path) => ordered.includes(path))).toEqual(ordered);
  });

  test("says so where nothing is open", async () => {
    const { code, stdout, stderr } = await form("--for contract:FX-07");
    expect({ code, stdout }).toEqual({ code: EXIT.ok, stdout: "" });
    expect(stderr).toContain("No question is open");
  });

  test("covers a supplier and all its contracts", async () => {
    const { stdout } = await form("--for supplier:fx-02-supplier");
    expect(stdout).toContain("supplier fx-02-supplier sites");
    expect(stdout).toContain("contract FX-02 chain.route-alternatives");
  });

  test("is blank where it is about nobody, for a class if that is named", async () => {
    const any = (await form("--for contract")).stdout.split("\r\n").length;
    const least = (await form("--for contract --class K1")).stdout.split("\r\n").length;
    expect(least).toBeGreaterThan(5);
    expect(any).toBeGreaterThan(least);
    const here = await catalogue("export --questionnaire --format csv --lang en");
    expect(here.stdout).toContain("contract * clauses.disruption-notice");
    const organisation = await catalogue("export --for organisation --format csv --lang en");
    expect(organisation.stdout).toContain("organisation * governance.policy");
  });

  test("is a workbook whose texts no program runs", async () => {
    const register = `kind: register
version: 1
organisation: { id: o, name: O }
contracts: [{ id: A, title: "=HYPERLINK(\\"https://example.org\\")", stage: in-force }]
`;
    const { code, files } = await written(
      ["--for", "contract:A", "--out", "q.xlsx", "--lang", "sv"],
      {
        "register.yaml": register,
      },
    );
    expect(code).toBe(EXIT.ok);
    const parts = unzipSync(files.get("q.xlsx") ?? new Uint8Array());
    const texts = Object.values(parts).map((part) => Buffer.from(part).toString("utf8"));
    expect(texts.some((xml) => xml.includes("=HYPERLINK("))).toBe(true);
    expect(texts.some((xml) => /<f[ >]|<hyperlink/u.test(xml))).toBe(false);
  });

  test("refuses a subject that is none, with what may be named", async () => {
    const wrong = await form("--for contracts:FX-02");
    expect(wrong.code).toBe(EXIT.usage);
    expect(wrong.stderr).toContain("contract:ID");
    const nearly = await form("--for contract:FX-11");
    expect(nearly.code).toBe(EXIT.usage);
    expect(nearly.stderr).toContain("FX-1");
    expect((await form("--for supplier:nobody")).code).toBe(EXIT.usage);
    expect((await form("--for organisation:x")).code).toBe(EXIT.usage);
  });

  test("is not made of a register that cannot be read", async () => {
    const { code, stdout } = await catalogue("export --for contract:A --format csv", {
      "register.yaml": "kind: register\nversion: 1\ncontracts: [{ id: A }]\n",
    });
    expect({ code, stdout }).toEqual({ code: EXIT.input, stdout: "" });
  });
});
