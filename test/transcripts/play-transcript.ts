import { run } from "../../src/cli/main.ts";
import type { RecordedWorld } from "../support/recording-platform.ts";
import { recordedWorld, textAt } from "../support/recording-platform.ts";
import { exampleFiles } from "../support/register-of.ts";

/** A transcript with the tool's present answers in place of the written ones, and the exit codes in order. */
export interface PlayedTranscript {
  readonly text: string;
  readonly exits: readonly number[];
}

const BLOCK = /^```(\S+)(?: (\S+))?\n(.*?)^```$/gmsu;

/**
 * Plays a transcript in Markdown: blocks with a path after their language are files, blocks in
 * `console` are commands with what they say. Of a folder `examples/NAME` that a command names the
 * files are there too.
 */
export async function playTranscript(written: string): Promise<PlayedTranscript> {
  const blocks = [...written.matchAll(BLOCK)];
  const files = blocks.flatMap(([, , path, content = ""]) =>
    path === undefined ? [] : [[path, content] as const],
  );
  const world = recordedWorld(Object.fromEntries([...exampleIn(written), ...files])).files;
  const exits: number[] = [];
  let text = "";
  let at = 0;
  for (const block of blocks) {
    if (block[1] !== "console") continue;
    const said: string[] = [];
    for (const command of commandsIn(block[3] ?? "")) {
      const { output, exit } = await answer(command, world);
      if (exit !== undefined) exits.push(exit);
      said.push(`$ ${command}\n${output}${exit === undefined ? "" : `exit ${exit}\n`}`);
    }
    text += `${written.slice(at, block.index)}\`\`\`console\n${said.join("\n")}\`\`\``;
    at = block.index + block[0].length;
  }
  return { text: text + written.slice(at), exits };
}

/** The commands of a console block, as they are written after `$`. */
function commandsIn(block: string): readonly string[] {
  const lines = block.split("\n").filter((line) => line.startsWith("$ "));
  if (lines.length === 0) throw new Error("a console block has no command that begins with $");
  return lines.map((line) => line.slice(2));
}

function exampleIn(written: string): readonly (readonly [string, string])[] {
  const names = new Set(
    [...written.matchAll(/^\$ .*\bexamples\/([\w-]+)/gmu)].map(([, name = ""]) => name),
  );
  return [...names].flatMap((name) =>
    Object.entries(exampleFiles(name)).map(
      ([path, text]) => [`examples/${name}/${path}`, text] as const,
    ),
  );
}

interface Answer {
  readonly output: string;
  /** Undefined for what is no command of ours. */
  readonly exit: number | undefined;
}

/**
 * What may stand around a command: the locale, a file fed to it, how many lines are shown of what it says,
 * and the file whose lines somebody types at the terminal.
 */
const SHAPE =
  /^(?:LANG=(\S+) )?(beredskap|cat|ls)(?: (.*?))??(?: < (\S+))?(?: \| (head|tail) -n (\d+))?(?: # types (\S+))?$/u;

async function answer(command: string, files: Map<string, Uint8Array>): Promise<Answer> {
  const shape = SHAPE.exec(command);
  if (shape === null) throw new Error(`a transcript cannot play: ${command}`);
  const [, locale, program, written = "", fed, end, lines, typed] = shape;
  const shown = (output: string): string =>
    lines === undefined ? output : cut(output, end, Number(lines));
  const here = recordedWorld(files);
  if (program === "ls") return { output: listed(here, written), exit: undefined };
  if (program === "cat") return { output: shown(textAt(here, written)), exit: undefined };
  const machine = {
    ...(locale === undefined ? {} : { locale }),
    ...(fed === undefined ? {} : { input: textAt(here, fed) }),
    ...(typed === undefined ? {} : { typed: textAt(here, typed).trimEnd().split("\n") }),
  };
  const world = recordedWorld(files, machine);
  const exit = await run(wordsOf(written), world.platform);
  const output = world.said();
  if (output !== "" && !output.endsWith("\n"))
    throw new Error(`the last line has no end: ${command}`);
  if (/^```/mu.test(output)) throw new Error(`the answer would end the block: ${command}`);
  return { output: shown(output), exit };
}

function listed({ files }: RecordedWorld, folder: string): string {
  const inside = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return inside
    .sort()
    .map((path) => `${path}\n`)
    .join("");
}

function cut(output: string, end: string | undefined, count: number): string {
  const lines = output.split("\n").slice(0, -1);
  return (end === "tail" ? lines.slice(-count) : lines.slice(0, count))
    .map((line) => `${line}\n`)
    .join("");
}

/** The words of a command line; double quotes hold words together. */
export function wordsOf(written: string): readonly string[] {
  return [...written.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}
