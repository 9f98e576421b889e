import { byCodeUnits } from "../model/values.ts";
import type { RawObject } from "../model/values.ts";
import { isEforms, readEforms } from "./eforms.ts";
import type { FileRecord, Mapping } from "./mapping.ts";
import { mergeNotices } from "./merge.ts";
import type { Notice, NoticeReading } from "./notice.ts";
import { isTed, readTed } from "./ted.ts";
import { parseXml } from "./xml.ts";
import type { XmlReading } from "./xml.ts";

/** TED's own XML until 2022, or eForms since. */
export type NoticeSource = "ted" | "eforms";

/** A file given to an import: its path as the user wrote it, and its text. */
export interface NoticeFile {
  readonly path: string;
  readonly text: string;
}

/** What an import gives: a register value to be written, and an account of every file and field. */
export interface NoticeImport {
  readonly register: RawObject;
  readonly mapping: Mapping;
  /** Files that gave nothing, with their reasons. */
  readonly refused: readonly Extract<FileRecord, { readonly outcome: "refused" }>[];
  /** Number of contracts in the register. */
  readonly contracts: number;
}

/**
 * Reads notices of one source into one register. Nothing that a notice does not say is filled in. Of
 * two versions of one notice the newer counts; of two equal ones the first path.
 */
export function readNotices(source: NoticeSource, files: readonly NoticeFile[]): NoticeImport {
  const ordered = files.toSorted((left, right) => byCodeUnits(left.path, right.path));
  const readings = ordered.map((file) => ({ file, reading: readOne(source, file) }));
  const notices = readings.flatMap(({ reading }) => ("notice" in reading ? [reading.notice] : []));
  const { current, outdated } = newestOf(notices);
  const records = readings.map(({ file, reading }): FileRecord => {
    if (!("notice" in reading)) {
      const form = "form" in reading ? reading.form : undefined;
      return { outcome: "refused", path: file.path, form, reason: reading.reason };
    }
    const { form, contracts, lotsWithoutContract } = reading.notice;
    const reason = outdated.get(reading.notice);
    return reason === undefined
      ? { outcome: "read", path: file.path, form, contracts: contracts.length, lotsWithoutContract }
      : { outcome: "refused", path: file.path, form, reason };
  });
  const { register, fields, remarks } = mergeNotices(current);
  const list = register["contracts"];
  return {
    register,
    mapping: { files: records, fields, remarks },
    refused: records.filter((record) => record.outcome === "refused"),
    contracts: Array.isArray(list) ? list.length : 0,
  };
}

type Unread = Extract<XmlReading, { readonly ok: false }>;

function readOne(source: NoticeSource, file: NoticeFile): NoticeReading | Unread {
  const xml = parseXml(file.text);
  if (!xml.ok) return xml;
  const { root, namespace } = xml;
  const found: NoticeSource | undefined = isTed(root)
    ? "ted"
    : isEforms(namespace)
      ? "eforms"
      : undefined;
  if (found === undefined) return { ok: false, reason: "not-a-notice", form: root.name };
  if (found !== source) return { ok: false, reason: "other-kind-of-notice", form: root.name };
  return found === "ted" ? readTed(file.path, root) : readEforms(file.path, root);
}

function newestOf(notices: readonly Notice[]): {
  readonly current: readonly Notice[];
  readonly outdated: ReadonlyMap<Notice, "newer-version-read" | "same-notice-twice">;
} {
  const current = new Map<string, Notice>();
  const outdated = new Map<Notice, "newer-version-read" | "same-notice-twice">();
  for (const notice of notices) {
    const known = current.get(notice.identifier);
    if (known === undefined) {
      current.set(notice.identifier, notice);
    } else if (known.version < notice.version) {
      outdated.set(known, "newer-version-read");
      current.set(notice.identifier, notice);
    } else {
      const equal = known.version === notice.version;
      outdated.set(notice, equal ? "same-notice-twice" : "newer-version-read");
    }
  }
  return { current: [...current.values()], outdated };
}
