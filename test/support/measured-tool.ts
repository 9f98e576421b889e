import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { PROJECT } from "./run-tool.ts";

/** How a run of the built tool ended, and what it took. */
export interface Measured {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Largest resident memory of the process, in megabytes; NaN when it was ended by a signal. */
  readonly megabytes: number;
}

export interface MeasuredRun {
  readonly folder: string;
  readonly input?: string;
  /** Ends the run when it has not ended by itself. */
  readonly most?: number;
  readonly user?: number;
}

/**
 * Tells its largest memory, in kilobytes, on its fourth stream when it ends. Where the system has it, from
 * /proc: the figure of `resourceUsage` begins at the memory of the process that started it.
 */
const TELL = `import { readFileSync, writeSync } from "node:fs";
process.on("exit", () => {
  let most = process.resourceUsage().maxRSS;
  try { most = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]; } catch {}
  writeSync(3, String(most));
});`;

/** Runs the built tool in English and measures it. */
export async function measureTool(args: readonly string[], run: MeasuredRun): Promise<Measured> {
  const script = `${PROJECT}bin/beredskap.js`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(TELL)}`,
      script,
      ...args,
      "--lang",
      "en",
    ],
    {
      cwd: run.folder,
      stdio: ["pipe", "pipe", "pipe", "pipe"],
      env: { PATH: process.env["PATH"] },
      ...(run.user === undefined ? {} : { uid: run.user, gid: run.user }),
    },
  );
  const texts = ["", "", "", ""];
  for (const [index, stream] of child.stdio.entries()) {
    if (index === 0 || stream === null || stream === undefined) continue;
    stream.on("data", (chunk: Buffer) => {
      texts[index] = (texts[index] ?? "") + chunk.toString("utf8");
    });
  }
  child.stdin.on("error", () => undefined);
  child.stdin.end(run.input ?? "");
  const watch = setTimeout(() => child.kill("SIGKILL"), run.most ?? 60_000);
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on("close", (code, name) => {
      resolve([code, name]);
    });
  });
  clearTimeout(watch);
  const [, stdout = "", stderr = "", told = ""] = texts;
  const megabytes = told === "" ? NaN : Number(told) / 1024;
  return {
    status,
    signal,
    stdout,
    stderr,
    seconds: (performance.now() - started) / 1000,
    megabytes,
  };
}

/** Removes a folder and all that is in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
