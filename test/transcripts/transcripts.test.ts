import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { playTranscript } from "./play-transcript.ts";

const FOLDER = new URL("./", import.meta.url).pathname;

/** Transcripts by command: `validate/misspelled-key.md`. */
const TRANSCRIPTS = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md"))
  .sort();

test("there are transcripts of every command", () => {
  const commands = new Set(TRANSCRIPTS.map((path) => path.split("/")[0]));
  expect([...commands].sort()).toEqual([
    "assess",
    "catalogue",
    "clauses",
    "explain",
    "help",
    "import",
    "init",
    "interview",
    "report",
    "usage",
    "validate",
  ]);
});

describe("a transcript is what the command says", () => {
  test.each(TRANSCRIPTS)("%s", async (path) => {
    const written = readFileSync(`${FOLDER}${path}`, "utf8");
    expect(written).toMatch(/^# \S.*\n\n\S/u);
    const { text, exits } = await playTranscript(written);
    expect(exits.length).toBeGreaterThan(0);
    expect(exits).not.toContain(70);
    await expect(text).toMatchFileSnapshot(`${FOLDER}${path}`);
  });
});
