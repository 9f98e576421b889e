import type { Edit } from "../../assess/edit.ts";
import type { Diagnostic, Place } from "../../model/diagnostic.ts";
import { isError } from "../../model/diagnostic.ts";
import type { Platform } from "../../model/platform.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { AmendObstacle, Amendment } from "../../source/amend.ts";
import { amend } from "../../source/amend.ts";
import { decodeText } from "../../source/decode.ts";
import { answerEdits } from "./answer-edits.ts";
import type { WrittenAnswer } from "./answers-file.ts";

/** A file of the register with the answers in it, or what stands in the way. */
export interface AmendedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly refused: { readonly reason: AmendObstacle; readonly snippet: string } | undefined;
}

/** The texts of the register's files with all the answers about each in it, in the order of the answers. */
export function amendFiles(
  answers: readonly WrittenAnswer[],
  platform: Platform,
): readonly AmendedFile[] {
  const byFile = new Map<string, Amendment[]>();
  for (const answer of answers) {
    const { place } = answer.entry;
    const amendments = byFile.get(place.file) ?? [];
    byFile.set(place.file, amendments);
    for (const { path, value } of editsOf(answer))
      amendments.push({ pointer: `${place.pointer}/${path.replaceAll(".", "/")}`, value });
  }
  return [...byFile].map(([file, amendments]) => {
    const decoded = decodeText(file, platform.readFile(file));
    const before = decoded.ok ? decoded.text : "";
    const amended = amend(before, amendments);
    return amended.ok
      ? { file, before, after: amended.text, refused: undefined }
      : { file, before, after: before, refused: amended };
  });
}

/** The edits that write an answer; the long form of an answer that is there keeps what is not said anew. */
export function editsOf({ shape, entry, path, value }: WrittenAnswer): readonly Edit[] {
  const kind = shapeAt(shape, path.split("."))?.shape.kind ?? "text";
  return answerEdits({ shape, entry: entry.id, path, kind }, entry.raw, value, undefined);
}

/** The platform on which the files already hold these texts. */
export function withTexts(files: readonly AmendedFile[], platform: Platform): Platform {
  const texts = new Map(files.map(({ file, after }) => [file, new TextEncoder().encode(after)]));
  return {
    ...platform,
    readFile: (path) => texts.get(path) ?? platform.readFile(path),
    sizeOf: (path) => texts.get(path)?.length ?? platform.sizeOf(path),
  };
}

/** The errors of a register with the answers in it, shown where the answers stand. */
export function faultsAtAnswers(
  diagnostics: readonly Diagnostic[],
  answers: readonly WrittenAnswer[],
): readonly Diagnostic[] {
  return diagnostics.filter(isError).map((diagnostic) => {
    const { at } = diagnostic;
    if (at === undefined || !("pointer" in at)) return diagnostic;
    const place = placeOf(at, answers);
    return place === undefined ? diagnostic : { ...diagnostic, at: place };
  });
}

function placeOf(at: Place, answers: readonly WrittenAnswer[]): Place | undefined {
  for (const { entry, path, place } of answers) {
    const target = `${entry.place.pointer}/${path.replaceAll(".", "/")}`;
    const isInside = at.pointer === target || at.pointer.startsWith(`${target}/`);
    if (at.file !== entry.place.file || !isInside) continue;
    const pointer = place.pointer + at.pointer.slice(target.length);
    return { file: place.file, pointer, part: at.part };
  }
  return undefined;
}
