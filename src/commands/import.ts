import { writeMappingReport } from "../import/mapping-report.ts";
import type { NoticeFile, NoticeSource } from "../import/read-notices.ts";
import { readNotices } from "../import/read-notices.ts";
import { writeRegister } from "../import/write-register.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { talk } from "./say.ts";
import type { CommonRequest } from "./workspace.ts";
import { localeLanguage, wordsFor } from "./workspace.ts";

export interface ImportRequest extends CommonRequest {
  readonly source: NoticeSource;
  /** Files and folders. */
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Largest notice that is read. Real ones are below a megabyte. */
const LARGEST_NOTICE = 64 * 1024 * 1024;

/** Register entries out of published notices; what a notice does not say stays unknown. */
export function importNotices(request: ImportRequest, platform: Platform): number {
  const files = request.files.flatMap((path) => noticeFiles(path, platform));
  const wording = wordsFor(
    request.lang ?? localeLanguage(platform),
    ["import", "command", "terms"],
    platform,
  );
  const imported = readNotices(request.source, files);
  talk(writeMappingReport(imported.mapping, wording).join("\n"), request.quiet, platform);
  if (imported.contracts === 0) throw new Failure([diagnose("F012", {})], 3);
  const text = writeRegister(imported.register);
  if (request.out === undefined) platform.print(text);
  else {
    platform.write([{ path: request.out, content: text }], request.force);
    talk(
      `${wording.say("command.written", { count: 1 })}\n  ${request.out}`,
      request.quiet,
      platform,
    );
  }
  return imported.refused.length > 0 ? EXIT.findings : EXIT.ok;
}

function noticeFiles(path: string, platform: Platform): readonly NoticeFile[] {
  const kind = platform.kindOf(path);
  if (kind === "absent") throw new Failure([diagnose("F001", { path }, { file: path })], 3);
  if (kind === "folder") {
    return platform
      .list(path)
      .filter((name) => !name.startsWith("."))
      .flatMap((name) => {
        const inside = `${path.replace(/\/+$/u, "")}/${name}`;
        const found = platform.kindOf(inside);
        return found === "folder" || (found === "file" && name.endsWith(".xml"))
          ? noticeFiles(inside, platform)
          : [];
      });
  }
  if (kind !== "file")
    throw new Failure([diagnose("F006", { path, what: kind }, { file: path })], 3);
  // A file that is too large or not text is refused by the reader, by name, like any other.
  const bytes = platform.sizeOf(path) > LARGEST_NOTICE ? new Uint8Array() : platform.readFile(path);
  return [{ path, text: new TextDecoder().decode(bytes) }];
}
