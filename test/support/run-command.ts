import { run } from "../../src/cli/main.ts";
import type { Platform } from "../../src/model/platform.ts";
import { recordedWorld } from "./recording-platform.ts";

/** The world a command runs in: its files by path, and what a user's machine would say. */
export interface World {
  readonly files?: Readonly<Record<string, string>>;
  /** What lies on standard input. */
  readonly input?: string;
  /** What somebody types at a terminal, line by line; without it nobody is there. */
  readonly typed?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Columns of the terminal; undefined: standard output is none. */
  readonly columns?: number;
  /** Takes the place of parts of the platform. */
  readonly instead?: Partial<Platform>;
}

/** What a command left behind. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files as they are afterwards, as text. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a command as `beredskap` does, in a world of its own. */
export async function runCommand(args: readonly string[], world: World = {}): Promise<Finished> {
  const warned: string[] = [];
  const { input, typed, files = {}, environment = {} } = world;
  const recorded = recordedWorld(files, {
    ...(input === undefined ? {} : { input }),
    ...(typed === undefined ? {} : { typed }),
  });
  const platform: Platform = {
    ...recorded.platform,
    warn: (text) => {
      warned.push(text);
    },
    environment: (name) => environment[name],
    columns: world.columns,
    ...world.instead,
  };
  const code = await run(args, platform);
  const left = [...recorded.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  return {
    code,
    stdout: recorded.printed(),
    stderr: warned.join(""),
    files: Object.fromEntries(left) as Record<string, string>,
  };
}
