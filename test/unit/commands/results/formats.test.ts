import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../../src/model/values.ts";
import { readSarif, readXml } from "../../../support/ci-results.ts";
import { exampleFiles } from "../../../support/register-of.ts";
import { runCommand } from "../../../support/run-command.ts";
import { sarifFaults } from "../../../support/sarif-schema.ts";

const KOMMUN = Object.fromEntries(
  Object.entries(exampleFiles("kommun")).map(([path, text]) => [`r/${path}`, text]),
);
const ALL =
  "sarif=out/a.sarif,junit=out/b.xml,gitlab=out/c.json,github=out/d.txt,json=out/e.json,text";

interface AssessmentDocument {
  readonly findings: readonly unknown[];
  readonly counts: Readonly<
    Record<"met" | "notMet" | "unknown" | "notApplicable" | "accepted", number>
  >;
}

/** Sums the counts in the properties of every suite. */
function countsIn(xml: ReturnType<typeof readXml>, name: string): number {
  return xml
    .filter((each) => each.name === "property" && each.attributes["name"] === name)
    .reduce((sum, { attributes }) => sum + Number(attributes["value"]), 0);
}

const outcomes = (xml: ReturnType<typeof readXml>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    ["testcase", "failure", "skipped"].map((name) => [
      name,
      xml.filter((each) => each.name === name).length,
    ]),
  );

describe("assess in every format at once", () => {
  test.each(["standard", "gated"])("gives the same totals: %s", async (how) => {
    const gates = how === "gated" ? ["--fail-on", "K4+critical"] : [];
    const { code, stdout, files } = await runCommand(
      ["assess", "r", "--lang", "en", "--format", ALL, ...gates],
      { files: KOMMUN },
    );
    expect(code).toBe(how === "gated" ? 1 : 0);
    const json = JSON.parse(files["out/e.json"] ?? "") as AssessmentDocument;
    const { met, notMet, unknown, notApplicable, accepted } = json.counts;
    const sarif = readSarif(files["out/a.sarif"]);
    const xml = readXml(files["out/b.xml"]);
    // The five counts.
    expect(sarif.properties.counts).toMatchObject(json.counts);
    for (const name of Object.keys({ met, notMet, unknown, notApplicable, accepted }))
      expect([name, countsIn(xml, name)]).toEqual([
        name,
        json.counts[name as keyof typeof json.counts],
      ]);
    expect(stdout).toContain(
      `met ${met}, not met ${notMet}, unknown ${unknown}, not applicable ${notApplicable}, accepted ${accepted}.`,
    );
    // JUnit: nothing unknown fails here, and nothing is known from before.
    const judged = met + notMet + unknown + notApplicable + accepted;
    const skipped = unknown + notApplicable + accepted;
    expect(outcomes(xml)).toEqual({ testcase: judged, failure: notMet, skipped });
    expect(xml[0]?.attributes).toMatchObject({
      tests: String(judged),
      failures: String(notMet),
      skipped: String(skipped),
    });
    // Findings.
    const findings = json.findings.length;
    const suppressed = sarif.results.filter(({ suppressions }) => suppressions !== undefined);
    expect(suppressed).toHaveLength(accepted);
    expect(sarif.results).toHaveLength(findings + accepted);
    expect(JSON.parse(files["out/c.json"] ?? "")).toHaveLength(findings);
    const log = (files["out/d.txt"] ?? "").trimEnd().split("\n");
    expect(log.filter((line) => line.startsWith("r/"))).toHaveLength(findings + accepted);
    // What the gate stops.
    const failing = sarif.results.filter(({ properties }) => properties.failsGate);
    expect(failing.every(({ level }) => level === "error")).toBe(true);
    if (how === "gated") expect(stdout).toContain(`Gate: ${failing.length} findings fail.`);
    else expect(failing).toEqual([]);
  });

  test("no format changes the exit code, nor what another says", async () => {
    const once = await runCommand(["assess", "r", "--fail-on", "K4+critical"], { files: KOMMUN });
    for (const format of ["text", "json", "sarif", "junit", "github", "gitlab"]) {
      const { code, stdout } = await runCommand(
        ["assess", "r", "--fail-on", "K4+critical", "--format", format],
        { files: KOMMUN },
      );
      expect([format, code]).toEqual([format, once.code]);
      const among = await runCommand(
        ["assess", "r", "--fail-on", "K4+critical", "--format", `text,${format}=x`],
        { files: KOMMUN },
      );
      expect(among.files["x"]).toBe(stdout);
      expect(among.stdout).toBe(once.stdout);
    }
  });

  test("gives the same bytes twice, and only words follow the language", async () => {
    const [sv, fi, en] = await Promise.all(
      LANGUAGES.map(async (lang) => {
        const args = ["assess", "r", "--lang", lang, "--format", "sarif"];
        const first = await runCommand(args, { files: KOMMUN });
        expect((await runCommand(args, { files: KOMMUN })).stdout).toBe(first.stdout);
        return readSarif(first.stdout).results;
      }),
    );
    const bare = (results: typeof sv): unknown =>
      results?.map(({ message: _message, ...rest }) => rest);
    expect(bare(fi)).toEqual(bare(sv));
    expect(bare(en)).toEqual(bare(sv));
    expect(fi?.[0]?.message).not.toEqual(sv?.[0]?.message);
  });
});

describe("SARIF", () => {
  const sarifOf = async (
    args: readonly string[],
    files: Readonly<Record<string, string>>,
  ): Promise<unknown> =>
    JSON.parse((await runCommand([...args, "--format", "sarif"], { files })).stdout) as unknown;

  test("is as the standard's schema says", async () => {
    const faulty = { "r.yaml": `${KOMMUN["r/organisation.yaml"] ?? ""}\nstge: 1\n` };
    for (const log of [
      await sarifOf(["assess", "r", "--fail-on", "K4"], KOMMUN),
      await sarifOf(["validate", "r"], KOMMUN),
      await sarifOf(["validate", "r.yaml"], faulty),
      await sarifOf(["assess", "r.yaml"], faulty),
    ])
      expect(sarifFaults(log)).toEqual([]);
  });

  test("a log that is not as the schema says is found", () => {
    expect(sarifFaults({ version: "2.1.0", runs: [{ tool: {} }] })).not.toEqual([]);
    expect(sarifFaults({ version: "2.2.0", runs: [] })).not.toEqual([]);
  });

  test("keeps to what hosts ask beside the schema", async () => {
    const run = readSarif(JSON.stringify(await sarifOf(["assess", "r"], KOMMUN)));
    expect(run.tool.driver.version).toMatch(/^\d+\.\d+\.\d+$/u);
    const fingerprints = run.results.map(
      ({ partialFingerprints }) => partialFingerprints["beredskap/v1"],
    );
    expect(fingerprints.every((each) => /^[0-9a-f]{32}$/u.test(each ?? ""))).toBe(true);
    expect(new Set(fingerprints).size).toBe(run.results.length);
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      const [location] = locations;
      const uri = location?.physicalLocation?.artifactLocation.uri ?? "";
      expect(uri).toMatch(/^r\/(?!.*\.\.)[^:\\]+\.yaml$/u);
      expect(KOMMUN[decodeURIComponent(uri)]).toBeDefined();
      const region = location?.physicalLocation?.region;
      const lines = (KOMMUN[uri] ?? "").split("\n").length;
      expect(region?.startLine).toBeGreaterThanOrEqual(1);
      expect(region?.startColumn).toBeGreaterThanOrEqual(1);
      expect(region?.endLine).toBeGreaterThanOrEqual(region?.startLine ?? 0);
      expect(region?.endLine).toBeLessThanOrEqual(lines);
      expect(location?.logicalLocations?.[0]?.name).not.toBe("");
    }
  });

  test("has a list of results where there are none", async () => {
    const run = readSarif(JSON.stringify(await sarifOf(["validate"], exampleFiles("minimal"))));
    expect(run.results).toEqual([]);
    expect(run.invocations[0]?.executionSuccessful).toBe(true);
  });

  test("says of an accepted shortfall why, by whom and until when", async () => {
    const run = readSarif(JSON.stringify(await sarifOf(["assess", "r"], KOMMUN)));
    const found = run.results.find(
      ({ locations }) => locations[0]?.logicalLocations?.[0]?.name === "FOR-2023-02",
    );
    expect(run.results.filter(({ suppressions }) => suppressions !== undefined)).not.toEqual([]);
    const accepted = run.results.find(
      ({ suppressions, locations }) =>
        suppressions !== undefined && locations[0]?.logicalLocations?.[0]?.name === "FOR-2023-02",
    );
    expect(found).toBeDefined();
    // Read in examples/kommun/contracts/forvaltning.yaml.
    expect(accepted?.suppressions).toMatchObject([
      {
        kind: "external",
        status: "accepted",
        justification: "Tiden förhandlas när optionen tas i bruk. (ekonomichef, 2027-05-31)",
      },
    ]);
  });

  test("encodes what has a meaning in addresses, and names no folder outside", async () => {
    const text = Object.values(exampleFiles("minimal"))[0] ?? "";
    const name = "året 100% #1/a b?.yaml";
    const named = readSarif(JSON.stringify(await sarifOf(["assess", name], { [name]: text })));
    const uri = named.results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri;
    expect(uri).toBe("%C3%A5ret%20100%25%20%231/a%20b%3F.yaml");
    const outside = await runCommand(["assess", "/srv/zqxw/r", "--format", "sarif"], {
      files: { "/srv/zqxw/r/register.yaml": text },
    });
    expect(outside.stdout).not.toContain("zqxw");
    expect(
      readSarif(outside.stdout).results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri,
    ).toBe("register.yaml");
  });

  test("has at most 25 000 results, and counts those left out", async () => {
    const contracts = Array.from(
      { length: 1_700 },
      (_, at) => `  - { id: A-${at}, title: T }\n`,
    ).join("");
    const files = {
      "register.yaml": `kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n${contracts}`,
    };
    const run = readSarif(
      (await runCommand(["assess", "--format", "sarif", "--lang", "en"], { files })).stdout,
    );
    expect(run.results).toHaveLength(25_000);
    const left = run.properties.results - 25_000;
    expect(left).toBeGreaterThan(0);
    expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      `${left} results did not fit here. They are counted, and shown by beredskap assess --all.`,
    );
  });
});

describe("a register that cannot be assessed", () => {
  const files = {
    "r.yaml": "kind: register\nversion: 1\ncontracts:\n  - { id: A, title: T, stge: x }\n",
  };

  test("is told to other programs as a failure at its place", async () => {
    const { code, stdout } = await runCommand(
      ["assess", "r.yaml", "--format", "sarif", "--format", "junit=b.xml"],
      { files },
    );
    expect(code).toBe(3);
    const run = readSarif(stdout);
    expect(run.invocations[0]?.executionSuccessful).toBe(false);
    expect(run.results).toMatchObject([
      {
        ruleId: "S001",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "r.yaml" },
              region: { startLine: 4, startColumn: 24 },
            },
          },
        ],
      },
    ]);
  });

  test("writes no assessment and no table", async () => {
    const { code, files: left } = await runCommand(
      ["assess", "r.yaml", "--format", "json=a.json,text=b.txt,gitlab=c.json"],
      { files },
    );
    expect(code).toBe(3);
    expect(Object.keys(left).sort()).toEqual(["c.json", "r.yaml"]);
  });
});

describe("where formats go", () => {
  const files = { "r.yaml": Object.values(exampleFiles("minimal"))[0] ?? "" };

  test.each([
    ["two to standard output", ["--format", "json,sarif"], "U022"],
    ["two to --out", ["--format", "json,sarif", "--out", "x"], "U020"],
    ["two to one file", ["--format", "json=x", "--format", "sarif=x"], "U020"],
    ["no file after =", ["--format", "json="], "U005"],
    ["no such format", ["--format", "sarf=x"], "U005"],
    ["--prune alone", ["--prune"], "U021"],
  ])("%s is wrong use", async (_, args, expected) => {
    const {
      code,
      stdout,
      stderr,
      files: left,
    } = await runCommand(["assess", "r.yaml", ...args], { files });
    expect({ code, stdout, left }).toEqual({ code: 2, stdout: "", left: files });
    expect(stderr).toContain(expected);
  });

  test("a file that exists is refused, and then nothing is written", async () => {
    const before = { ...files, "b.xml": "mine" };
    const args = ["validate", "r.yaml", "--format", "sarif=a.sarif", "--format", "junit=b.xml"];
    const refused = await runCommand(args, { files: before });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("F005");
    expect(refused.files).toEqual(before);
    const forced = await runCommand([...args, "--force"], { files: before });
    expect(forced.code).toBe(0);
    expect(forced.files["b.xml"]).toContain("<testsuites");
    expect(forced.files["a.sarif"]).toBeDefined();
  });

  test("with files alone the gate is told on standard error", async () => {
    const { code, stdout, stderr } = await runCommand(
      ["assess", "r.yaml", "--format", "sarif=a.sarif", "--fail-on", "low+unknown"],
      { files },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Gate: \d+ findings fail\.$/mu);
    expect(stderr).toContain("a.sarif");
  });
});
