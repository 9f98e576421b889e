import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, runProgram } from "../support/run-tool.ts";
import type { Ran } from "../support/run-tool.ts";

const AS_OF = "2026-11-24";

/**
 * Largest package in bytes. An officer without administrator rights fetches it over a slow line and keeps it
 * in a home folder. It was below one megabyte when this was written: twice that is something that slipped in.
 */
const LARGEST_PACKAGE = 2 * 1024 * 1024;

/** What may stand in the package. */
const SHIPPED =
  /^(bin\/beredskap\.js|dist\/app\/.+\.js|schemas\/.+|templates\/.+|README\.md|LICENSE|package\.json)$/u;

/** What npm says when it is the registry that is missing, not something of ours that is wrong. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|E40[137]|E5\d\d)\b/u;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "beredskap-packed-"));
const place = join(folder, "installed");
const tool = join(place, "node_modules", ".bin", "beredskap");
let packed: Packed;

beforeAll(() => {
  if (!existsSync(`${PROJECT}dist/app/main.js`))
    throw new Error("there is no bundle to pack: npm run build");
  const { status, stdout, stderr } = npm(
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
    PROJECT,
  );
  if (status !== 0) throw new Error(stderr);
  packed = (JSON.parse(stdout) as readonly Packed[])[0]!;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** In milliseconds, on a busy machine: a whole installation, or the documents of a large register. */
const LONGEST = 300_000;

function npm(args: readonly string[], at: string): Ran {
  return runProgram("npm", args, { folder: at });
}

describe("the package", () => {
  test("holds what runs and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !SHIPPED.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(["bin/beredskap.js", "dist/app/main.js", "LICENSE", "README.md"]),
    );
  });

  test("is small enough to fetch over a slow line", () => {
    expect(packed.size).toBe(statSync(join(folder, packed.filename)).size);
    expect(packed.size).toBeLessThan(LARGEST_PACKAGE);
  });
});

describe("installed from the package alone", () => {
  let unreachable: string | undefined;

  beforeAll(() => {
    mkdirSync(place);
    writeFileSync(join(place, "package.json"), JSON.stringify({ private: true }));
    const flags = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { status, stderr } = npm(["install", ...flags, join(folder, packed.filename)], place);
    if (status === 0) return;
    unreachable = UNREACHABLE.exec(stderr)?.[0];
    if (unreachable === undefined) throw new Error(stderr);
  }, LONGEST);

  /** A test that needs the installed tool; without a registry it is skipped, and says so. */
  function installedTest(name: string, run: () => void): void {
    test(name, { timeout: LONGEST }, (context) => {
      context.skip(
        unreachable !== undefined,
        `the registry cannot be reached (${unreachable ?? ""})`,
      );
      run();
    });
  }

  /** Runs the installed tool beside a copy of an example; it must end well. */
  function use(example: string, ...args: readonly string[]): string {
    const desk = join(folder, "desk");
    const register = join(desk, example);
    if (!existsSync(register))
      cpSync(`${PROJECT}examples/${example}`, register, { recursive: true });
    const { status, stdout, stderr } = runProgram(tool, args, { folder: desk });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  }

  const written = (path: string): Buffer => readFileSync(join(folder, "desk", path));
  const dated = ["--as-of", AS_OF, "--lang", "sv"];

  installedTest("says its version and what it can do", () => {
    const { version } = JSON.parse(readFileSync(`${PROJECT}package.json`, "utf8")) as {
      readonly version: string;
    };
    expect(use("minimal", "--version")).toBe(`${version}\n`);
    const help = use("minimal", "--help");
    for (const command of ["validate", "assess", "report", "clauses"])
      expect(help).toContain(command);
  });

  describe.each([
    { example: "minimal", contracts: 2 },
    { example: "kommun", contracts: 65 },
  ])("on $example", ({ example, contracts }) => {
    installedTest("validates", () => {
      expect(use(example, "validate", example, "--lang", "en")).toContain(`${contracts} contracts`);
    });

    installedTest("assesses", () => {
      const { contracts: current, ended } = JSON.parse(
        use(example, "assess", example, "--format", "json", ...dated),
      ) as {
        readonly contracts: readonly unknown[];
        readonly ended: readonly unknown[];
      };
      expect([...current, ...ended]).toHaveLength(contracts);
      expect(use(example, "assess", example, ...dated)).not.toBe("");
    });

    installedTest("reports in every format", () => {
      const out = `${example}-report`;
      use(example, "report", example, "--format", "html,pdf,md", "--out", out, ...dated);
      expect(written(`${out}/report.html`).toString("utf8")).toMatch(
        /^<!doctype html>[\s\S]*<\/html>\s*$/iu,
      );
      expect(written(`${out}/report.pdf`).subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(written(`${out}/report.pdf`).subarray(-6).toString("latin1")).toContain("%%EOF");
      expect(written(`${out}/report.md`).toString("utf8")).toMatch(/^# /u);
      expect(use(example, "report", example, ...dated)).not.toBe("");
    });

    installedTest("drafts clauses for Word", () => {
      const out = `${example}-clauses`;
      const asked = example === "minimal" ? ["--all-gaps"] : [];
      use(
        example,
        "clauses",
        "--register",
        example,
        "--format",
        "docx",
        "--out",
        out,
        ...asked,
        ...dated,
      );
      const drafts = readdirSync(join(folder, "desk", out));
      expect(drafts.filter((name) => !name.endsWith(".docx"))).toEqual([]);
      expect(drafts).not.toEqual([]);
      for (const name of drafts)
        expect(written(`${out}/${name}`).subarray(0, 2).toString("latin1")).toBe("PK");
    });
  });
});
