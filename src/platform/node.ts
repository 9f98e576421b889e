import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Output, PathKind, Platform } from "../model/platform.ts";
import type { Day } from "../model/values.ts";
import { byCodeUnits } from "../model/values.ts";

/** The tool's world on Node: the only room that knows files, clock and streams. */
export function nodePlatform(): Platform {
  return {
    readFile: (path) => attempt(path, () => readFileSync(path)),
    readInput: () => attempt("-", () => readFileSync(0)),
    readLine: lineReader(),
    canAsk: () => isatty(0),
    list: (path) => attempt(path, () => readdirSync(path).sort(byCodeUnits)),
    kindOf,
    resolve: (path) => attempt(path, () => realpathSync(path)),
    sizeOf: (path) => attempt(path, () => statSync(path).size),
    write: writeAll,
    append: (path, text) => {
      try {
        appendFileSync(path, text);
      } catch (error) {
        throw writeFailure(path, error);
      }
    },
    print: (text) => {
      writeWhole(1, text);
    },
    warn: (text) => {
      writeWhole(2, text);
    },
    today,
    environment: (name) => process.env[name],
    home: homeFolder(),
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  };
}

/** The package's own folder, seen from the bundle as well as from the sources. */
function homeFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (kindOf(`${folder}/schemas`) !== "folder" && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

function today(): Day {
  const now = new Date();
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as Day;
}

function kindOf(path: string): PathKind {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "absent";
  if (stat.isFile()) return "file";
  if (stat.isDirectory()) return "folder";
  return stat.isSymbolicLink() ? "link" : "other";
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === "ENOENT") throw new Failure([diagnose("F001", { path }, { file: path })], 3);
    throw new Failure([diagnose("F002", { path, reason }, { file: path })], 3);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

const LINE_END = 10;
/** How long to wait before a terminal without a line is asked again, in milliseconds. */
const PAUSE = 20;

/** Reads standard input line by line, and no further than it must: a person types the next line later. */
function lineReader(): Platform["readLine"] {
  let pending = Buffer.alloc(0);
  return () => {
    let end = pending.indexOf(LINE_END);
    while (end === -1) {
      const read = readSome();
      if (read.length === 0) {
        const last = pending;
        pending = Buffer.alloc(0);
        return last.length === 0 ? undefined : last.toString("utf8");
      }
      pending = Buffer.concat([pending, read]);
      end = pending.indexOf(LINE_END);
    }
    const line = pending.subarray(0, end).toString("utf8");
    pending = pending.subarray(end + 1);
    return line.replace(/\r$/u, "");
  };
}

/** Some bytes of standard input, at least one; none at its end. */
function readSome(): Uint8Array {
  const buffer = Buffer.alloc(4096);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(0, buffer));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === "EOF") return buffer.subarray(0, 0);
      if (reason !== "EAGAIN")
        throw new Failure([diagnose("F002", { path: "-", reason }, { file: "-" })], 3);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Writes to a stream that may be a pipe which is full or closed. */
function writeWhole(stream: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(stream, bytes, written);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === "EAGAIN") continue;
      // A reader that has seen enough (`| head`) is no fault.
      if (reason === "EPIPE" || reason === "EOF") return;
      if (reason === "ENOSPC") throw new Failure([diagnose("F004", { path: "stdout" })], 3);
      throw error;
    }
  }
}

/**
 * Writes every file beside its place first and puts them in place only when all are whole, so that a
 * full disk or an interruption leaves no half-written file.
 */
function writeAll(outputs: readonly Output[], replace: boolean): void {
  for (const { path, rewrites = replace } of outputs) {
    if (!rewrites && kindOf(path) !== "absent") {
      throw new Failure([diagnose("F005", { path }, { file: path })], 3);
    }
  }
  const temporaries: { readonly temporary: string; readonly output: Output }[] = [];
  const clean = (): void => {
    for (const { temporary } of temporaries) rmSync(temporary, { force: true });
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    clean();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    for (const output of outputs) {
      const temporary = `${output.path}.${randomBytes(6).toString("hex")}.part`;
      temporaries.push({ temporary, output });
      writeOne(temporary, output);
    }
    for (const { temporary, output } of temporaries)
      put(temporary, output.path, output.rewrites ?? replace);
  } finally {
    clean();
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
  }
}

function writeOne(temporary: string, output: Output): void {
  try {
    mkdirSync(dirname(output.path), { recursive: true });
    const handle = openSync(temporary, "wx");
    try {
      const bytes =
        typeof output.content === "string" ? Buffer.from(output.content) : output.content;
      // Who may read a file that is replaced is for its owner to say, not for us.
      const before = statSync(output.path, { throwIfNoEntry: false });
      if (before !== undefined) fchmodSync(handle, before.mode & 0o777);
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw writeFailure(output.path, error);
  }
}

function put(temporary: string, path: string, replace: boolean): void {
  try {
    if (replace) renameSync(temporary, path);
    else linkSync(temporary, path);
  } catch (error) {
    throw writeFailure(path, error);
  }
}

function writeFailure(path: string, error: unknown): Failure {
  const reason = reasonOf(error);
  const at = { file: path };
  if (reason === "ENOSPC" || reason === "EFBIG" || reason === "EDQUOT") {
    return new Failure([diagnose("F004", { path }, at)], 3);
  }
  if (reason === "EEXIST") return new Failure([diagnose("F005", { path }, at)], 3);
  return new Failure([diagnose("F003", { path, reason }, at)], 3);
}
