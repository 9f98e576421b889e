import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { textsIn } from "../support/document-texts.ts";
import { PROJECT, runTool } from "../support/run-tool.ts";

const AS_OF = "2026-11-24";

const FILES = ["assessment.json", "assessment.txt", "clauses.docx", "clauses.md", "report.html", "report.md", "report.pdf"];

const root = realpathSync(mkdtempSync(join(tmpdir(), "beredskap-same-")));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A user somewhere: what the machine says of them must not reach what they make. */
interface Place {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly login: string;
  /** How the register is named on the command line. */
  readonly named: "from-here" | "from-the-root";
}

// Zones east of Finland: west of it, what is recorded today would lie ahead.
const PLACES: readonly Place[] = [
  { name: "office", zone: "Europe/Helsinki", locale: "sv_FI.UTF-8", login: "login-qvist", named: "from-here" },
  { name: "island", zone: "Pacific/Kiritimati", locale: "tr_TR.UTF-8", login: "login-zetterqvist", named: "from-the-root" },
];

const EXAMPLES = [
  { example: "kommun", language: "sv", written: "livsmedel" },
  { example: "hyvinvointialue", language: "fi", written: "hyvinvointialue" },
] as const;

interface Made {
  readonly files: ReadonlyMap<string, Buffer>;
  /** What the machine could have told: words and paths that no file may hold. */
  readonly paths: readonly string[];
  readonly names: readonly string[];
}

/** Makes every kind of output of an example, in a place. */
function makeAll(example: string, language: string, place: Place, time: number): Made {
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
    expect({ args: args[0], status, stderr: status === 0 ? "" : stderr }).toEqual({ args: args[0], status: 0, stderr: "" });
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
    names: [place.login, userInfo().username, hostname()],
  };
}

describe.each(EXAMPLES)("$example", ({ example, language, written }) => {
  const [office, island] = PLACES.map((place) => makeAll(example, language, place, 1));
  const again = makeAll(example, language, PLACES[0]!, 2);

  test("the same command gives the same bytes", () => {
    expect([...again.files.keys()]).toEqual(FILES);
    expect(differing(office!, again)).toEqual([]);
  });

  test("another zone, language, login, home and working folder give the same bytes", () => {
    expect(differing(office!, island!)).toEqual([]);
  });

  test("no file tells who made it, on which machine or in which folder", () => {
    const told = [office!, island!].flatMap(({ files, paths, names }) =>
      [...files].flatMap(([file, bytes]) => {
        const texts = textsIn(file, bytes);
        return [...paths.filter((path) => texts.some((text) => text.includes(path))), ...names.filter((name) => texts.some((text) => holdsWord(text, name)))].map(
          (found) => `${file}: ${found}`,
        );
      }),
    );
    expect(told).toEqual([]);
  });

  test("the search finds what a file does hold", () => {
    const blind = [...office!.files].filter(
      ([file, bytes]) => !textsIn(file, bytes).some((text) => text.toLowerCase().includes(written)),
    );
    expect(blind.map(([file]) => file)).toEqual([]);
  });
});

function differing(one: Made, other: Made): readonly string[] {
  return [...one.files].filter(([name, bytes]) => other.files.get(name)?.equals(bytes) !== true).map(([name]) => name);
}

/** A login may be an everyday word, such as `root`, which style sheets write as `:root`. */
function holdsWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[^\w]/gu, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}_:.-])${escaped.replaceAll("\\-", "-")}(?![\\p{L}\\p{N}_-])`, "u").test(text);
}
