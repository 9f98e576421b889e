import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Measured } from "../support/measured-tool.ts";
import { measureTool, removeFolder } from "../support/measured-tool.ts";
import { PROJECT } from "../support/run-tool.ts";

const HEAD = "kind: register\nversion: 1\norganisation: { id: provby, name: Provby kommun }\n";
const CONTRACT = "contracts:\n  - id: PB-1\n    title: Skolmåltider\n";

/** What no run may pass. The time is generous: it is to find what never ends, not what is slow. */
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 600;

interface Hostile {
  /** Lays the input down in an empty folder and gives the path to validate. */
  readonly lay: (folder: string) => string;
  /** The code that the answer must hold. */
  readonly code: string;
}

function text(content: string | (() => string), name = "register.yaml"): Hostile["lay"] {
  return (folder) => {
    writeFileSync(join(folder, name), typeof content === "string" ? content : content());
    return name;
  };
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");
const LEVELS = 100_000;

function bomb(): string {
  const names = Array.from("abcdefghij");
  const lines = names.map((name, index) => {
    const before = index === 0 ? "lol" : `*${names[index - 1] ?? ""}`;
    return `x-${name}: &${name} [${Array.from({ length: 10 }, () => before).join(", ")}]\n`;
  });
  return HEAD + lines.join("") + CONTRACT;
}

/** A file of this size that takes no room on the disk. */
function sparse(path: string, bytes: number): void {
  const handle = openSync(path, "w");
  writeSync(handle, HEAD);
  ftruncateSync(handle, bytes);
  closeSync(handle);
}

function largeText(megabytes: number, line: string, before: string, after: string): string {
  return before + line.repeat(Math.ceil((megabytes * 1_000_000) / line.length)) + after;
}

const NOTES = `${HEAD}${CONTRACT}    notes: `;
const ROOT = process.getuid?.() === 0;

const INPUTS: Readonly<Record<string, Hostile>> = {
  "an alias bomb": { lay: text(bomb), code: "Y007" },
  "a list of 100,000 used 1,000 times": {
    lay: text(
      () =>
        `${HEAD}x-a: &a [${"1,".repeat(100_000)}]\ncontracts:\n${many(900, (index) => `  - { id: PB-${index}, title: A, cpv: *a }\n`)}`,
    ),
    code: "Y007",
  },
  "100,000 values, and an anchor used 900 times": {
    lay: text(
      () =>
        `${HEAD}x-a: [${"1,".repeat(100_000)}]\nx-b: &a 1\ncontracts:\n${many(900, (index) => `  - { id: PB-${index}, title: *a }\n`)}`,
    ),
    code: "S005",
  },
  "100,000 anchors and aliases": {
    lay: text(
      () => `${HEAD}x-a: [${many(90_000, (index) => `&a${index} 1,*a${index},`)}]\n${CONTRACT}`,
    ),
    code: "Y007",
  },
  "a value that holds itself": {
    lay: text(`${HEAD}${CONTRACT}    suppliers: &a [*a]\n`),
    code: "Y013",
  },
  "100,000 levels of brackets": {
    lay: text(() => `${HEAD}x-a: ${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}\n${CONTRACT}`),
    code: "Y011",
  },
  "100,000 levels of braces": {
    lay: text(() => `${HEAD}x-a: ${"{a: ".repeat(LEVELS)}${"}".repeat(LEVELS)}\n${CONTRACT}`),
    code: "Y011",
  },
  "100,000 levels of brackets after a mistake": {
    lay: text(() => `${HEAD}x-a: [@, ${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}]\n${CONTRACT}`),
    code: "Y0",
  },
  "10,000 levels of dashes": {
    lay: text(() => `${HEAD}x-a:\n  ${"- ".repeat(10_000)}a\n${CONTRACT}`),
    code: "Y011",
  },
  "100,000 levels of dashes": {
    lay: text(() => `${HEAD}x-a:\n  ${"- ".repeat(LEVELS)}a\n${CONTRACT}`),
    code: "Y014",
  },
  "100,000 levels of dashes in an entry": {
    lay: text(() => `${HEAD}${CONTRACT}    x-a:\n      ${"- ".repeat(LEVELS)}a\n`),
    code: "Y0",
  },
  "100,000 levels with an anchor": {
    lay: text(
      () => `${HEAD}x-b: &a 1\nx-a: ${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}\n${CONTRACT}`,
    ),
    code: "Y011",
  },
  "100,000 complex keys": {
    lay: text(() => `${HEAD}x-a:\n  ${"? ".repeat(LEVELS)}a\n${CONTRACT}`),
    code: "Y0",
  },
  "2,000 levels of block maps": {
    lay: text(
      () => `${HEAD}x-a:\n${many(2000, (index) => `${" ".repeat(index + 1)}a:\n`)}${CONTRACT}`,
    ),
    code: "Y011",
  },
  "50 MB of text in one line": { lay: text(() => largeText(50, "a", NOTES, "\n")), code: "Y014" },
  "50 MB of text in a block": {
    lay: text(() => largeText(50, "      aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", `${NOTES}|\n`, "")),
    code: "Y014",
  },
  "50 MB of text in quotes over many lines": {
    lay: text(() =>
      largeText(50, "      aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", `${NOTES}"\n`, '      "\n'),
    ),
    code: "Y014",
  },
  "50 MB in quotes at the top": {
    lay: text(() => largeText(50, " aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", `${HEAD}x-a: "\n`, ' "\n')),
    code: "Y014",
  },
  "50 MB of comments": {
    lay: text(() => largeText(50, "# aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", HEAD, "")),
    code: "Y014",
  },
  "50 MB of brackets that are never closed": {
    lay: text(() => largeText(50, "[1, ", `${HEAD}x-a: `, "\n")),
    code: "Y014",
  },
  "4 MB of anchors": {
    lay: text(() => largeText(3.9, "&a 1,", `${HEAD}x-a: [`, "]\n")),
    code: "Y014",
  },
  "4 MB of blank lines and an anchor": {
    lay: text(() => largeText(3.9, "\n", `${HEAD}x-a: &a 1\n`, CONTRACT)),
    code: "Y014",
  },
  "1 MB of ones and a mistake": {
    lay: text(() => largeText(0.55, "1,", `${HEAD}x-a: [`, "@]\n")),
    code: "Y001",
  },
  "a key twice": { lay: text(`${HEAD}${CONTRACT}    title: Andra\n`), code: "Y003" },
  "a key twice among 100,000": {
    lay: text(
      () => `${HEAD}x-a:\n${many(100_000, (index) => `  k${index}: 1\n`)}  k5: 2\n${CONTRACT}`,
    ),
    code: "Y003",
  },
  "a section twice in a large register": {
    lay: text(
      () =>
        `${HEAD}contracts:\n${many(100_000, (index) => `  - id: PB-${index}\n    title: Skolmåltider\n`)}contracts: []\n`,
    ),
    code: "Y003",
  },
  "a NUL": { lay: text(`${NOTES}a\0b\n`), code: "Y009" },
  "keys that are names of JavaScript": {
    lay: text(`${HEAD}${CONTRACT}__proto__: { polluted: yes }\nconstructor: [1]\ntoString: 1\n`),
    code: "S001",
  },
  "1,000,000 keys in one section": {
    lay: text(() => `${HEAD}x-a:\n${many(1_000_000, (index) => `  k${index}: 1\n`)}${CONTRACT}`),
    code: "Y014",
  },
  "1,000,000 keys in one contract": {
    lay: text(() => `${HEAD}${CONTRACT}${many(1_000_000, (index) => `    k${index}: 1\n`)}`),
    code: "Y014",
  },
  "1,000,000 keys at the top": {
    lay: text(() => `${HEAD}${CONTRACT}${many(1_000_000, (index) => `k${index}: 1\n`)}`),
    code: "Y014",
  },
  "100,000 unknown keys in the organisation": {
    lay: text(
      () =>
        `kind: register\nversion: 1\norganisation:\n  id: provby\n  name: Provby\n${many(100_000, (index) => `  k${index}: 1\n`)}${CONTRACT}`,
    ),
    code: "S001",
  },
  "100,000 contracts with a mistake each": {
    lay: text(
      () =>
        `${HEAD}contracts:\n${many(100_000, (index) => `  - id: PB-${index}\n    title: A\n    stge: x\n`)}`,
    ),
    code: "S001",
  },
  "a line of a million colons": {
    lay: text(() => `${NOTES}{ a: [${"b: c, ".repeat(160_000)}] }\n`),
    code: "Y014",
  },
  "a line of half a million spaces": {
    lay: text(() => `${NOTES}a:${" ".repeat(500_000)}b: - x\n`),
    code: "Y0",
  },
  "a cycle of 10,000 suppliers": {
    lay: text(
      () =>
        `${HEAD}${CONTRACT}suppliers:\n${many(10_000, (index) => `  - { id: s${index}, name: S, parent: s${(index + 1) % 10_000} }\n`)}`,
    ),
    code: "R012",
  },
  "a binary file": {
    lay: text(() => readFileSync(process.execPath).subarray(0, 1_000_000).toString("latin1")),
    code: "Y0",
  },
  "a file in UTF-16": {
    lay: (folder) => {
      writeFileSync(join(folder, "register.yaml"), `\u{feff}${HEAD}${CONTRACT}`, "utf16le");
      return "register.yaml";
    },
    code: "Y010",
  },
  "a file of 300 MB": {
    lay: (folder) => {
      sparse(join(folder, "register.yaml"), 300_000_000);
      return ".";
    },
    code: "Y014",
  },
  "a file of 250 MB of nothing": {
    lay: (folder) => {
      sparse(join(folder, "register.yaml"), 250_000_000);
      return "register.yaml";
    },
    code: "Y009",
  },
  "10,001 files": {
    lay: (folder) => {
      for (let index = 0; index <= 10_000; index += 1)
        writeFileSync(join(folder, `${index}.yaml`), "");
      return ".";
    },
    code: "F010",
  },
  "a link out of the folder": {
    lay: (folder) => {
      text(HEAD + CONTRACT)(folder);
      symlinkSync("/etc/hostname", join(folder, "out.yaml"));
      return ".";
    },
    code: "F007",
  },
  "a link to itself": {
    lay: (folder) => {
      text(HEAD + CONTRACT)(folder);
      symlinkSync("self.yaml", join(folder, "self.yaml"));
      return ".";
    },
    code: "F0",
  },
  "a link to nothing": {
    lay: (folder) => {
      text(HEAD + CONTRACT)(folder);
      symlinkSync("nothing.yaml", join(folder, "lost.yaml"));
      return ".";
    },
    code: "F0",
  },
  "a link to a device": {
    lay: (folder) => {
      symlinkSync("/dev/zero", join(folder, "zero.yaml"));
      return "zero.yaml";
    },
    code: "F006",
  },
  "a pipe in a folder": {
    lay: (folder) => {
      text(HEAD + CONTRACT)(folder);
      execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
      return ".";
    },
    code: "F006",
  },
  "a pipe by name": {
    lay: (folder) => {
      execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
      return "pipe.yaml";
    },
    code: "F006",
  },
  "a folder called x.yaml": {
    lay: (folder) => {
      text(HEAD + CONTRACT)(folder);
      mkdirSync(join(folder, "x.yaml"));
      return ".";
    },
    code: "F006",
  },
  "folders without end": {
    lay: (folder) => {
      mkdirSync(join(folder, ...Array.from({ length: 200 }, () => "d")), { recursive: true });
      return ".";
    },
    code: "F008",
  },
  "a folder that links to itself": {
    lay: (folder) => {
      symlinkSync(".", join(folder, "again"));
      return ".";
    },
    code: "F008",
  },
};

const rows: string[] = [];

function expectClearError(ran: Measured, code: string): void {
  const said = ran.stdout + ran.stderr;
  expect(ran.signal, "must end by itself").toBeNull();
  expect(said).toMatch(new RegExp(`error ${code}`, "u"));
  expect(said).not.toMatch(/\n {4}at |node:internal|RangeError|TypeError/u);
  expect(ran.status).toBe(3);
  expect(ran.seconds).toBeLessThan(MOST_SECONDS);
  expect(ran.megabytes).toBeLessThan(MOST_MEGABYTES);
}

/** Every path under a folder with its size: what a run must leave as it was. */
function contents(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => `${name} ${lstatSync(join(folder, name)).mtimeMs}`)
    .sort();
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
});
afterEach(() => {
  removeFolder(folder);
});
afterAll(() => {
  process.stdout.write(
    `\n${"input".padEnd(46)} ${"exit".padStart(4)} ${"s".padStart(6)} ${"MB".padStart(5)}  answer\n${rows.join("\n")}\n`,
  );
});

function note(name: string, ran: Measured): void {
  const answer = /error ([A-Z]\d+)/u.exec(ran.stdout + ran.stderr)?.[1] ?? "";
  rows.push(
    `${name.padEnd(46)} ${String(ran.status ?? ran.signal).padStart(4)} ${ran.seconds.toFixed(1).padStart(6)} ${ran.megabytes.toFixed(0).padStart(5)}  ${answer}`,
  );
}

describe("hostile input ends in a clear error, in little time and memory, and writes nothing", () => {
  it.each(Object.entries(INPUTS))("%s", async (name, { lay, code }) => {
    const path = lay(folder);
    const before = contents(folder);
    const ran = await measureTool(["validate", path], { folder });
    note(name, ran);
    expectClearError(ran, code);
    expect(contents(folder)).toEqual(before);
  });

  it("the same from standard input", async () => {
    const ran = await measureTool(["validate", "-"], { folder, input: bomb() });
    note("an alias bomb on standard input", ran);
    expectClearError(ran, "Y007");
    expect(ran.stdout).toContain("<stdin>");
  });

  it("a file that vanishes, or that may not be read", async () => {
    const gone = await measureTool(["validate", "gone.yaml"], { folder });
    expectClearError(gone, "F001");
    text(HEAD + CONTRACT)(folder);
    chmodSync(join(folder, "register.yaml"), 0o000);
    chmodSync(folder, 0o755);
    const ran = await measureTool(["validate", "."], { folder, ...(ROOT ? { user: 65_534 } : {}) });
    note("a file that may not be read", ran);
    expectClearError(ran, "F002");
  });
});

const EXAMPLE = `${PROJECT}examples/ten-contracts`;
const TOOL = `${PROJECT}bin/beredskap.js`;

/** A shell command with the tool in `$TOOL` and a register in `$REGISTER`. */
function shell(command: string): { readonly status: number | null; readonly said: string } {
  const env = { PATH: process.env["PATH"], TOOL: `${process.execPath} ${TOOL}`, REGISTER: EXAMPLE };
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", command], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

describe("output is written whole or not at all", () => {
  it.each([
    [
      "assess",
      "ulimit -f 4; trap '' XFSZ; $TOOL assess $REGISTER --format json --out a.json --lang en",
    ],
    ["report", "ulimit -f 4; trap '' XFSZ; $TOOL report $REGISTER --out out --lang en"],
    [
      "report over an old one",
      "mkdir out; echo old > out/report.html; ulimit -f 4; trap '' XFSZ; $TOOL report $REGISTER --out out --force --lang en",
    ],
  ])("%s on a full disk says so and leaves nothing", (_, command) => {
    const { status, said } = shell(command);
    expect(said).toContain("error F004");
    expect(status).toBe(3);
    const left = existsSync(join(folder, "out")) ? readdirSync(join(folder, "out")) : [];
    expect(left.filter((name) => name !== "report.html")).toEqual([]);
    if (left.length > 0)
      expect(readFileSync(join(folder, "out/report.html"), "utf8")).toBe("old\n");
    expect(readdirSync(folder).filter((name) => name !== "out")).toEqual([]);
  });

  it.runIf(existsSync("/dev/full"))("a full standard output is told", () => {
    const { status, said } = shell("$TOOL assess $REGISTER --format json --lang en > /dev/full");
    expect(said).toContain("error F004");
    expect(status).toBe(3);
  });

  it("a reader that has seen enough is no fault", () => {
    const { said } = shell(
      "$TOOL assess $REGISTER --format json --lang en | head -c 10 > head.txt; exit ${PIPESTATUS[0]}",
    );
    expect(said).toBe("");
  });

  it("no file is overwritten unless asked", () => {
    writeFileSync(join(folder, "a.json"), "mine\n");
    const refused = shell("$TOOL assess $REGISTER --format json --out a.json --lang en");
    expect(refused.said).toContain("error F005");
    expect(refused.status).toBe(3);
    expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("mine\n");
    expect(
      shell("$TOOL assess $REGISTER --format json --out a.json --force --lang en").status,
    ).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "a.json"), "utf8"))).toHaveProperty(
      "kind",
      "assessment",
    );
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  it("a run of several formats writes none when one of them exists", () => {
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out/report.pdf"), "mine\n");
    const { status } = shell("$TOOL report $REGISTER --out out --lang en");
    expect(status).toBe(3);
    expect(readdirSync(join(folder, "out"))).toEqual(["report.pdf"]);
    expect(readFileSync(join(folder, "out/report.pdf"), "utf8")).toBe("mine\n");
  });

  it("an interrupted run leaves nothing, or everything", async () => {
    for (let round = 0; round < 12; round += 1) {
      const out = join(folder, `out-${round}`);
      mkdirSync(out);
      await interruptWhileWriting(out);
      const left = readdirSync(out);
      expect(left.filter((name) => name.endsWith(".part"))).toEqual([]);
      expect([0, 3]).toContain(left.length);
    }
  });
});

/** Starts a report and interrupts it when the first file appears in the folder. */
async function interruptWhileWriting(out: string): Promise<void> {
  const child = spawn(process.execPath, [TOOL, "report", EXAMPLE, "--out", out, "--lang", "en"], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => {
      resolve();
    });
  });
  const watch = setInterval(() => {
    if (readdirSync(out).length > 0) child.kill("SIGINT");
  }, 1);
  await ended;
  clearInterval(watch);
}
