import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { ONE_CONTRACT, eformsNotice } from "../unit/import/notice-xml.ts";
import { PROJECT, runProgram } from "../support/run-tool.ts";

const TRAP = `${PROJECT}test/support/no-network.mjs`;
let folder = "";
let log = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beredskap-network-"));
  log = join(folder, "network.log");
  cpSync(`${PROJECT}examples/ten-contracts`, join(folder, "ten"), { recursive: true });
  mkdirSync(join(folder, "notices"));
  writeFileSync(join(folder, "notices", "one.xml"), eformsNotice({ result: ONE_CONTRACT }));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs Node with the trap set, and gives what it did and what the trap caught. */
function runTrapped(args: readonly string[]): {
  readonly status: number | null;
  readonly stderr: string;
  readonly caught: string;
} {
  rmSync(log, { force: true });
  const variables = { HOME: folder, LANG: "en_GB.UTF-8", NETWORK_LOG: log };
  const { status, stderr } = runProgram(process.execPath, ["--import", TRAP, ...args], {
    folder,
    variables,
  });
  return { status, stderr, caught: existsSync(log) ? readFileSync(log, "utf8") : "" };
}

/** Every command as people use it, every document and format among them. */
const LINES: readonly (readonly [line: string, status: number])[] = [
  ["--version", 0],
  ["--help", 0],
  ["init laid", 0],
  ["import eforms notices --out imported.yaml", 0],
  ["import ted notices --out not-imported.yaml", 3],
  ["catalogue list", 0],
  ["interview FX-02 --register ten --list", 0],
  ["interview FX-02 --register ten", 2],
  ["validate ten", 0],
  ["validate ten --format json", 0],
  ["validate absent", 3],
  ["assess ten", 0],
  ["assess ten --format json --fail-on K4", 1],
  ["explain S001", 0],
  ["explain criterion:second-source", 0],
  ["explain FX-02 --register ten", 0],
  ["explain FX-02 buffer-stock --register ten", 0],
  ["report ten", 0],
  ["report ten --format html,pdf,md --out out", 0],
  ["clauses FX-02 --register ten --format docx,md --out out", 0],
  ["no-such-command", 2],
];

describe("no command speaks to a network", () => {
  test.each(LINES)("beredskap %s", (line, status) => {
    const ran = runTrapped([`${PROJECT}bin/beredskap.js`, ...line.split(" ")]);
    expect({
      caught: ran.caught,
      status: ran.status,
      stderr: ran.status === status ? "" : ran.stderr,
    }).toEqual({ caught: "", status, stderr: "" });
  });

  test("every command is among them", () => {
    const run = new Set(LINES.map(([line]) => line.split(" ")[0]));
    expect(COMMANDS.map(({ name }) => name).filter((name) => !run.has(name))).toEqual([]);
  });
});

describe("the trap catches", () => {
  test.each([
    ["fetch('http://192.0.2.1/')", "globalThis.fetch"],
    ["(await import('node:net')).connect(9, '192.0.2.1')", "net.connect"],
    [
      "const { request } = await import('node:https'); request('https://192.0.2.1/')",
      "https.request",
    ],
    ["(await import('node:http')).get('http://192.0.2.1/')", "http.get"],
    ["new (await import('node:net')).Socket().connect(9, '192.0.2.1')", "net.Socket.connect"],
    ["(await import('node:dns')).lookup('invalid', () => undefined)", "dns.lookup"],
    ["await (await import('node:dns/promises')).resolve('invalid')", "dns.promises.resolve"],
    ["(await import('node:tls')).connect(9, '192.0.2.1')", "tls.connect"],
  ])("%s", (code, caught) => {
    const ran = runTrapped(["--input-type=module", "--eval", code]);
    expect(ran.caught).toBe(`${caught}\n`);
    expect(ran.status).not.toBe(0);
  });
});
