import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placesOf, textFiles } from "../house/project-files.ts";
import { textsIn } from "../support/document-texts.ts";
import { PROJECT, runTool } from "../support/run-tool.ts";

const AS_OF = "2026-11-24";

/** Kinds of file that are made of a register; clauses may be a file for each contract. */
const KINDS = [
  "assessment.json",
  "assessment.txt",
  "clauses.docx",
  "clauses.md",
  "report.html",
  "report.md",
  "report.pdf",
];

const root = realpathSync(mkdtempSync(join(tmpdir(), "beredskap-same-")));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A user somewhere: what the machine says of them must not reach what they make. */
interface Whereabouts {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly login: string;
  /** How the register is named on the command line. */
  readonly named: "from-here" | "from-the-root";
}

// Zones east of Finland: west of it, what is recorded today would lie ahead.
const OFFICE: Whereabouts = {
  name: "office",
  zone: "Europe/Helsinki",
  locale: "sv_FI.UTF-8",
  login: "login-qvist",
  named: "from-here",
};
const ISLAND: Whereabouts = {
  name: "island",
  zone: "Pacific/Kiritimati",
  locale: "tr_TR.UTF-8",
  login: "login-zetterqvist",
  named: "from-the-root",
};

/** Twelve processes, in milliseconds, on a busy machine. */
const LONGEST = 600_000;

const EXAMPLES = [
  { example: "kommun", language: "sv", organisation: "Norrskärs kommun" },
  { example: "ten-contracts", language: "fi", organisation: "Esimerkkiorganisaatio" },
] as const;

interface Made {
  readonly files: ReadonlyMap<string, Buffer>;
  /** What the machine could have told: words and paths that no file may hold. */
  readonly paths: readonly string[];
  readonly names: readonly string[];
}

/** Makes every kind of output of an example, in a place. */
function makeAll(example: string, language: string, place: Whereabouts, time: number): Made {
  const home = join(root, `${example}-${place.name}-${time}`, "home");
  const folder = join(home, "in-hand");
  const register = join(folder, "our-register");
  const out = join(folder, "out");
  mkdirSync(folder, { recursive: true });
  cpSync(`${PROJECT}examples/${example}`, register, { recursive: true });
  const here = place.named === "from-here";
  const path = here ? "." : register;
  const surroundings = {
    folder: here ? register : home,
    variables: {
      HOME: home,
      USER: place.login,
      LOGNAME: place.login,
      TZ: place.zone,
      LANG: place.locale,
      LC_ALL: place.locale,
    },
  };
  const asked = ["--as-of", AS_OF, "--lang", language];
  const run = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = runTool([...args, ...asked], surroundings);
    expect({ args: args[0], status, stderr: status === 0 ? "" : stderr }).toEqual({
      args: args[0],
      status: 0,
      stderr: "",
    });
    return stdout;
  };
  run("report", path, "--format", "html,pdf,md", "--out", out);
  run("clauses", "--register", path, "--format", "docx,md", "--out", out);
  run("assess", path, "--format", "json", "--out", join(out, "assessment.json"));
  const table = run("assess", path);
  const written = readdirSync(out).map((name) => [name, readFileSync(join(out, name))] as const);
  const files = [...written, ["assessment.txt", Buffer.from(table)] as const];
  files.sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    files: new Map(files),
    paths: [home, root, PROJECT.replace(/\/$/u, "")],
    // A shorter name cannot be told from a word of the text; the last test holds for it.
    names: [place.login, userInfo().username, hostname()].filter((name) => name.length >= 4),
  };
}

describe.each(EXAMPLES)("$example", ({ example, language, organisation }) => {
  let office: Made;
  let again: Made;
  let island: Made;

  beforeAll(() => {
    office = makeAll(example, language, OFFICE, 1);
    again = makeAll(example, language, OFFICE, 2);
    island = makeAll(example, language, ISLAND, 1);
  }, LONGEST);

  test("the same command gives the same bytes", () => {
    const kinds = [...again.files.keys()].map((name) => name.replace(/-.*(?=\.)/u, ""));
    expect([...new Set(kinds)].sort()).toEqual(KINDS);
    expect(differing(office, again)).toEqual([]);
  });

  test("another zone, language, login, home and working folder give the same bytes", () => {
    expect(differing(office, island)).toEqual([]);
  });

  test("no file tells who made it, on which machine or in which folder", () => {
    const told = [office, island].flatMap(({ files, paths, names }) =>
      [...files].flatMap(([file, bytes]) => {
        const texts = textsIn(file, bytes);
        const found = [
          ...paths.filter((path) => texts.some((text) => text.includes(path))),
          ...names.filter((name) => texts.some((text) => holdsWord(text, name))),
        ];
        return found.map((each) => `${file}: ${each}`);
      }),
    );
    expect(told).toEqual([]);
  });

  test("the search finds what a file does hold", () => {
    const blind = [...office.files].filter(
      ([file, bytes]) => !textsIn(file, bytes).some((text) => text.includes(organisation)),
    );
    expect(blind.map(([file]) => file)).toEqual([]);
  });
});

test("no source asks for the name of the machine or of who is logged in", () => {
  const sources = textFiles(/^(src|bin)\/.*\.(ts|js|mjs)$/u);
  expect(placesOf(/["'](node:)?os["']|\bhostname\b|\buserInfo\b/gu, sources)).toEqual([]);
  expect(
    placesOf(/\benvironment\(["'](USER|LOGNAME|USERNAME|HOME|HOSTNAME|PWD)["']\)/gu, sources),
  ).toEqual([]);
});

/** Names of the files that only one has, or that are not the same in both. */
function differing(one: Made, other: Made): readonly string[] {
  const names = new Set([...one.files.keys(), ...other.files.keys()]);
  return [...names].filter((name) => {
    const bytes = other.files.get(name);
    return bytes === undefined || one.files.get(name)?.equals(bytes) !== true;
  });
}

/** A login may be an everyday word, such as `root`, which style sheets write as `:root`. */
function holdsWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[^\w]/gu, String.raw`\$&`);
  return new RegExp(
    `(?<![\\p{L}\\p{N}_:.-])${escaped.replaceAll("\\-", "-")}(?![\\p{L}\\p{N}_-])`,
    "u",
  ).test(text);
}
