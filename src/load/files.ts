import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { InputFile } from "../model/register.ts";
import type { Platform } from "../model/platform.ts";
import { byCodeUnits } from "../model/values.ts";
import { LARGEST_FILE_BYTES, decodeText } from "../source/decode.ts";
import type { SourceDocument } from "../source/document.ts";
import { openDocument } from "../source/document.ts";

/** A file that was read: its document and what identifies its bytes. */
export interface OpenedFile {
  readonly document: SourceDocument;
  readonly input: InputFile;
  /** True when the user named this very file, false when it was found in a folder. */
  readonly named: boolean;
}

/** What was found at the paths that the user gave. */
export interface Found {
  readonly files: readonly OpenedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The folder that paths in outputs are relative to. */
  readonly folder: string;
}

const MOST_FILES = 10_000;
const DEEPEST_FOLDER = 32;
const YAML_NAME = /\.ya?ml$/u;

/** The name under which standard input is shown. */
const STANDARD_INPUT = "<stdin>";

/** Opens every YAML file at the paths: a file, a folder, or `-` for standard input. */
export function openFiles(paths: readonly string[], platform: Platform): Found {
  const files: OpenedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    if (path === "-") open(STANDARD_INPUT, platform.readInput(), true);
    else if (kindOrFail(path, platform) === "folder") openFolder(path);
    else openFile(path, path, true);
  }
  return { files, diagnostics, folder: paths[0] ?? "." };

  function open(name: string, bytes: Uint8Array, named: boolean): void {
    const decoded = decodeText(name, bytes);
    if (!decoded.ok) {
      diagnostics.push(decoded.diagnostic);
      return;
    }
    const input = { path: name, sha256: platform.sha256(bytes) };
    files.push({ document: openDocument(name, decoded.text), input, named });
  }

  function openFile(path: string, name: string, named: boolean): void {
    if (platform.sizeOf(path) > LARGEST_FILE_BYTES) {
      diagnostics.push(diagnose("Y014", { limit: "256 MB" }, { file: name }));
      return;
    }
    open(name, platform.readFile(path), named);
  }

  function openFolder(folder: string): void {
    const root = platform.resolve(folder);
    const names: string[] = [];
    collect(folder, "", 0, names);
    for (const name of names.sort(byCodeUnits)) {
      const path = join(folder, name);
      let kind = platform.kindOf(path);
      if (kind === "link") {
        const target = platform.resolve(path);
        if (!isInside(target, root)) {
          diagnostics.push(diagnose("F007", { path }, { file: path }));
          continue;
        }
        kind = platform.kindOf(target);
      }
      if (kind === "file") openFile(path, path, false);
      else diagnostics.push(diagnose("F006", { path, what: kind }, { file: path }));
    }
  }

  function collect(folder: string, inside: string, depth: number, names: string[]): void {
    if (depth > DEEPEST_FOLDER) return;
    for (const name of platform.list(join(folder, inside))) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const relative = inside === "" ? name : `${inside}/${name}`;
      if (names.length >= MOST_FILES) {
        throw new Failure([diagnose("F010", { limit: MOST_FILES }, { file: folder })], 3);
      }
      const isYaml = YAML_NAME.test(name);
      const kind = isYaml ? "yaml" : platform.kindOf(join(folder, relative));
      if (isYaml) names.push(relative);
      else if (kind === "folder") collect(folder, relative, depth + 1, names);
    }
  }
}

function kindOrFail(path: string, platform: Platform): "file" | "folder" {
  let kind = platform.kindOf(path);
  if (kind === "link") kind = platform.kindOf(platform.resolve(path));
  if (kind === "absent") throw new Failure([diagnose("F001", { path }, { file: path })], 3);
  if (kind === "other" || kind === "link") {
    throw new Failure([diagnose("F006", { path, what: kind }, { file: path })], 3);
  }
  return kind;
}

function join(folder: string, name: string): string {
  if (name === "") return folder;
  if (folder === "." || folder === "") return name;
  return folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith("/") ? root : `${root}/`);
}
