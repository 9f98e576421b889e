import { createHash } from "node:crypto";
import { posix } from "node:path";
import { diagnose } from "../../src/model/diagnostic.ts";
import { Failure } from "../../src/model/failure.ts";
import type { PathKind, Platform } from "../../src/model/platform.ts";
import { byCodeUnits } from "../../src/model/values.ts";
import { nodePlatform } from "../../src/platform/node.ts";
import { TODAY } from "./memory-platform.ts";

/** A folder in memory in which the tool works as on a disk, and what it said there. */
export interface RecordedWorld {
  readonly platform: Platform;
  /** Every file by path, as it is now. */
  readonly files: Map<string, Uint8Array>;
  /** What went to standard output, with bytes as text. */
  readonly printed: () => string;
  /** What went to standard output and to standard error, in the order in which it was said. */
  readonly said: () => string;
  /** Forgets what was said, not what was written. */
  readonly forget: () => void;
}

/** What the user's machine would say. */
export interface Machine {
  readonly locale?: string;
  /** What is fed to standard input. */
  readonly input?: string;
  /** What somebody types at a terminal, line by line; the terminal shows it. */
  readonly typed?: readonly string[];
}

/** A world with these files. Our own schemas and templates are read where they are. */
export function recordedWorld(
  given: Readonly<Record<string, string>> | Map<string, Uint8Array>,
  { locale = "C", input, typed }: Machine = {},
): RecordedWorld {
  const files = given instanceof Map ? given : encoded(given);
  const disk = nodePlatform();
  const ours = (path: string): boolean => path.startsWith(`${disk.home}/`);
  const lines = [...(typed ?? input?.split("\n") ?? [])];
  const said: { readonly text: string; readonly printed: boolean }[] = [];
  const platform: Platform = {
    ...disk,
    readFile: (path) => (ours(path) ? disk.readFile(path) : bytesAt(files, path)),
    readInput: () => new TextEncoder().encode(input ?? ""),
    readLine: () => {
      const line = lines.shift();
      if (typed !== undefined) said.push({ text: `${line ?? ""}\n`, printed: false });
      return line;
    },
    canAsk: () => typed !== undefined,
    list: (path) => (ours(path) ? disk.list(path) : namesIn(files, path)),
    kindOf: (path) => (ours(path) ? disk.kindOf(path) : kindIn(files, path)),
    resolve: (path) => (ours(path) ? disk.resolve(path) : plain(path)),
    sizeOf: (path) => (ours(path) ? disk.sizeOf(path) : bytesAt(files, path).length),
    write: (outputs, replace) => {
      for (const { path, rewrites = replace } of outputs) {
        if (rewrites || !files.has(plain(path))) continue;
        throw new Failure([diagnose("F005", { path }, { file: path })], 3);
      }
      for (const { path, content } of outputs) {
        files.set(
          plain(path),
          typeof content === "string" ? new TextEncoder().encode(content) : content,
        );
      }
    },
    append: (path, text) => {
      const before = new TextDecoder().decode(files.get(plain(path)));
      files.set(plain(path), new TextEncoder().encode(before + text));
    },
    print: (text) => {
      said.push({
        text: typeof text === "string" ? text : new TextDecoder().decode(text),
        printed: true,
      });
    },
    warn: (text) => {
      said.push({ text, printed: false });
    },
    today: () => TODAY,
    environment: (name) => (name === "LANG" ? locale : undefined),
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    columns: undefined,
  };
  return {
    platform,
    files,
    printed: () =>
      said
        .filter(({ printed }) => printed)
        .map(({ text }) => text)
        .join(""),
    said: () => said.map(({ text }) => text).join(""),
    forget: () => {
      said.length = 0;
    },
  };
}

/** The text of a file in a world. Throws when it is not there. */
export function textAt({ files }: RecordedWorld, path: string): string {
  return new TextDecoder().decode(bytesAt(files, path));
}

function encoded(given: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(
    Object.entries(given).map(([path, text]) => [plain(path), new TextEncoder().encode(text)]),
  );
}

/** One way to write each path; the folder one stands in is the empty path. */
function plain(path: string): string {
  const normal = posix.normalize(path).replace(/\/$/u, "");
  return normal === "." ? "" : normal;
}

function bytesAt(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(plain(path));
  if (bytes === undefined) throw new Failure([diagnose("F001", { path }, { file: path })], 3);
  return bytes;
}

function namesIn(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const prefix = plain(folder) === "" ? "" : `${plain(folder)}/`;
  const inside = [...files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  return [...new Set(inside.map((path) => path.split("/")[0] ?? path))].sort(byCodeUnits);
}

function kindIn(files: ReadonlyMap<string, Uint8Array>, path: string): PathKind {
  if (files.has(plain(path))) return "file";
  return plain(path) === "" || namesIn(files, path).length > 0 ? "folder" : "absent";
}
