import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's own folder, with a slash at its end. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** What a process left behind. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and in what environment a process runs. The variables stand in for all of ours but the path to programs. */
export interface Surroundings {
  readonly folder: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { folder, variables }: Surroundings,
): Ran {
  const env = variables === undefined ? process.env : { PATH: process.env["PATH"], ...variables };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** Runs the built tool as a user does. */
export function runTool(args: readonly string[], surroundings: Surroundings): Ran {
  return runProgram(process.execPath, [`${PROJECT}bin/beredskap.js`, ...args], surroundings);
}
