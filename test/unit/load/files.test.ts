import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFiles } from "../../../src/load/files.ts";
import type { Loaded } from "../../../src/load/register.ts";
import { loadRegister } from "../../../src/load/register.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { Failure } from "../../../src/model/failure.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { nodePlatform } from "../../../src/platform/node.ts";
import { removeFolder } from "../../support/measured-tool.ts";
import { TODAY } from "../../support/memory-platform.ts";

const HEAD = "kind: register\nversion: 1\n";
const REGISTER = `${HEAD}organisation: { id: provby, name: Provby kommun }\ncontracts:\n  - id: PB-1\n    title: Skolmåltider\n`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => {
  removeFolder(folder);
});

function put(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

function load(path = folder, platform: Platform = nodePlatform()): Loaded {
  return loadRegister([path], platform, { today: TODAY, criteria: new Set() });
}

/** Each diagnostic as its code and the name of its file in the folder. */
function told(
  diagnostics: readonly Diagnostic[],
): readonly (readonly [string, string | undefined])[] {
  return diagnostics.map(({ code, at }) => [code, at?.file.replace(`${folder}/`, "")]);
}

/** What a failure says, or nothing when none was thrown. */
function failureOf(
  action: () => unknown,
): readonly [number, readonly (readonly [string, string | undefined])[]] | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return [error.exitCode, told(error.diagnostics)];
    throw error;
  }
  return undefined;
}

describe("which files of a folder are read", () => {
  it("YAML files by the code units of their paths, hidden ones and other kinds left out", () => {
    for (const name of [
      "b.yaml",
      "a.yml",
      "B.yaml",
      "ä.yaml",
      "a/z.yaml",
      "a-b.yaml",
      ".hidden.yaml",
      ".git/x.yaml",
      "node_modules/x.yaml",
      "notes.txt",
      "c.yaml.bak",
      "d.YAML",
    ]) {
      put(name, "");
    }
    const { files } = openFiles([folder], nodePlatform());
    expect(files.map(({ input }) => input.path.slice(folder.length + 1))).toEqual([
      "B.yaml",
      "a-b.yaml",
      "a.yml",
      "a/z.yaml",
      "b.yaml",
      "ä.yaml",
    ]);
  });

  it("a link to a file in the folder is followed, one out of it refused by name", () => {
    put("register.yaml", REGISTER);
    put("kept/policy.txt", "kind: policy\nversion: 1\nlanguage: sv\n");
    symlinkSync("kept/policy.txt", join(folder, "policy.yaml"));
    expect(load()).toMatchObject({ diagnostics: [], policy: { raw: { language: "sv" } } });
    symlinkSync("/etc/hostname", join(folder, "out.yaml"));
    expect(told(load().diagnostics)).toEqual([["F007", "out.yaml"]]);
  });

  it("a folder whose name begins like the folder's is out of it", () => {
    mkdirSync(`${folder}-2`);
    writeFileSync(`${folder}-2/x.yaml`, REGISTER);
    put("register.yaml", REGISTER);
    symlinkSync(`${folder}-2/x.yaml`, join(folder, "x.yaml"));
    expect(told(load().diagnostics)).toEqual([["F007", "x.yaml"]]);
    removeFolder(`${folder}-2`);
  });

  it("a linked folder is not entered", () => {
    put("register.yaml", REGISTER);
    symlinkSync(".", join(folder, "again"));
    expect(load().examined).toEqual({ files: 1, contracts: 1, suppliers: 0, incomplete: 1 });
  });

  it("a link named on the command line is followed", () => {
    put("register.txt", REGISTER);
    symlinkSync("register.txt", join(folder, "link"));
    expect(load(join(folder, "link")).diagnostics).toEqual([]);
  });

  it("pipes, folders and links to nothing named x.yaml are refused by name", () => {
    put("register.yaml", REGISTER);
    mkdirSync(join(folder, "folder.yaml"));
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    expect(told(load().diagnostics)).toEqual([
      ["F006", "folder.yaml"],
      ["F006", "pipe.yaml"],
    ]);
    symlinkSync("nothing", join(folder, "lost.yaml"));
    expect(failureOf(() => load())).toMatchObject([3, [["F001", "lost.yaml"]]]);
  });

  it("a link to a pipe or a folder inside is refused by name", () => {
    put("register.yaml", REGISTER);
    mkdirSync(join(folder, "sub"));
    execFileSync("mkfifo", [join(folder, "pipe")]);
    symlinkSync("pipe", join(folder, "a.yaml"));
    symlinkSync("sub", join(folder, "b.yaml"));
    expect(told(load().diagnostics)).toEqual([
      ["F006", "a.yaml"],
      ["F006", "b.yaml"],
    ]);
  });

  it("what is named and is no file or folder is refused", () => {
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    expect(failureOf(() => load(join(folder, "pipe.yaml")))).toEqual([3, [["F006", "pipe.yaml"]]]);
    expect(failureOf(() => load("/dev/null"))).toEqual([3, [["F006", "/dev/null"]]]);
    expect(failureOf(() => load(join(folder, "gone.yaml")))).toEqual([3, [["F001", "gone.yaml"]]]);
  });

  it("`-` reads standard input", () => {
    const platform: Platform = { ...nodePlatform(), readInput: () => Buffer.from(REGISTER) };
    const loaded = load("-", platform);
    expect(loaded.register?.contracts.map(({ id }) => id)).toEqual(["PB-1"]);
    expect(loaded.register?.inputs.map(({ path }) => path)).toEqual(["<stdin>"]);
  });

  it("the hash of a file is that of its bytes", () => {
    put("register.yaml", REGISTER);
    const sum = execFileSync("sha256sum", [join(folder, "register.yaml")], {
      encoding: "utf8",
    }).split(" ")[0];
    expect(load().register?.inputs).toEqual([{ path: "register.yaml", sha256: sum }]);
    expect(readFileSync(join(folder, "register.yaml"), "utf8")).toBe(REGISTER);
  });
});

describe("nothing read is never a pass", () => {
  it("an empty folder", () => {
    expect(told(load().diagnostics)).toEqual([["F008", folder]]);
    expect(load().register).toBeUndefined();
  });

  it("a folder with a policy only, or with YAML of somebody else", () => {
    put("policy.yaml", "kind: policy\nversion: 1\n");
    put("compose.yaml", "services:\n  web: {}\n");
    expect(told(load().diagnostics)).toEqual([["F008", folder]]);
  });

  it("a named file without kind", () => {
    put("x.yaml", "contracts:\n  - id: A\n");
    const loaded = load(join(folder, "x.yaml"));
    expect(loaded.register).toBeUndefined();
    expect(loaded.diagnostics[0]).toMatchObject({ code: "S024" });
  });

  it.each(["contracts: []\n", "contracts:\n", "", "contracts: none\n"])(
    "a register without contracts: %j",
    (contracts) => {
      put("register.yaml", `${HEAD}organisation: { id: provby, name: Provby }\n${contracts}`);
      expect(load().register).toBeUndefined();
      expect(load().diagnostics).toHaveLength(1);
    },
  );

  it("an unknown section with an empty list is no less unknown", () => {
    put("register.yaml", `${REGISTER}contarcts: []\n`);
    expect(load().diagnostics).toMatchObject([
      { code: "S001", params: { key: "contarcts", suggestion: "contracts" } },
    ]);
  });

  it("keys that are names of JavaScript are keys like any other", () => {
    put("register.yaml", `${REGISTER}__proto__: { a: 1 }\nconstructor: 1\n`);
    expect(
      load().diagnostics.map(({ code, params }) => [code, "key" in params ? params.key : ""]),
    ).toEqual([
      ["S001", "__proto__"],
      ["S001", "constructor"],
    ]);
    put(
      "policy.yaml",
      "kind: policy\nversion: 1\nconstructor: [1]\n__proto__: [1]\ntoString: [1]\n",
    );
    expect(Object.keys(load().policy?.raw ?? {})).toEqual([
      "kind",
      "version",
      "constructor",
      "__proto__",
      "toString",
    ]);
  });
});

describe("many files are one register", () => {
  it("a policy and a strategy are found by their kind, whatever their name, and a scenario is noted", () => {
    put("a.yaml", "language: fi\nkind: policy\nversion: 1\n");
    put("register.yaml", REGISTER);
    put("goals.yaml", "kind: strategy\nversion: 1\ngoals: none\n");
    put("storm.yaml", "kind: scenario\nversion: 1\n");
    const loaded = load();
    expect(told(loaded.diagnostics)).toEqual([["C010", "storm.yaml"]]);
    expect(loaded.register?.strategy?.raw["goals"]).toBe("none");
    expect(loaded.register?.inputs.map(({ path }) => path)).toContain("goals.yaml");
    expect(loaded.policy?.raw["language"]).toBe("fi");
    expect(loaded.register).toBeDefined();
  });

  it("lists are joined in the order of the files", () => {
    put("b/2.yaml", `${HEAD}contracts:\n  - id: PB-2\n    title: Två\n`);
    put("a.yaml", REGISTER);
    expect(load().register?.contracts.map(({ id }) => id)).toEqual(["PB-1", "PB-2"]);
  });

  it("two files that define a supplier differently give one diagnostic with both places, and nothing is merged", () => {
    put("1.yaml", `${REGISTER}suppliers:\n  - id: S-12\n    name: Kemtekno Oy\n    country: FI\n`);
    put("2.yaml", `${HEAD}suppliers:\n  - id: S-12\n    name: Kemtekno Ab\n    country: SE\n`);
    const loaded = load();
    expect(loaded.register).toBeUndefined();
    expect(told(loaded.diagnostics)).toEqual([["R002", "2.yaml"]]);
    const [clash] = loaded.diagnostics;
    const lineOf = (at: Diagnostic["at"]): number | undefined =>
      at !== undefined && "pointer" in at ? loaded.locate(at)?.start.line : undefined;
    expect([lineOf(clash?.at), clash?.related[0]?.file, lineOf(clash?.related[0])]).toEqual([
      4,
      join(folder, "1.yaml"),
      8,
    ]);
  });
});
