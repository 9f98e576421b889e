import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Output, Platform } from "../model/platform.ts";
import { catalogueJson } from "../render/catalogue-json.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import { handbook } from "../report/catalogue/catalogue-page.ts";
import { exportTable } from "../report/catalogue/export-tables.ts";
import type { ListName } from "../model/catalogue-list.ts";
import { LISTS } from "../model/catalogue-list.ts";
import { catalogueInUse } from "./catalogue-in-use.ts";
import { partsOf } from "./catalogue-parts.ts";
import { outputPath, refuseToPrint } from "./report.ts";
import { talk } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { toolVersion, wordsFor } from "./workspace.ts";

export type ExportFormat = "xlsx" | "csv" | "md" | "json";

export interface CatalogueExportRequest extends RegisterRequest {
  /** Which lists; none: all. */
  readonly lists: readonly ListName[];
  readonly format: ExportFormat;
  /** True: commas, decimal points and no mark at the head of CSV, whatever the language. */
  readonly plainCsv: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** The whole catalogue, or some of its lists, as one document; as CSV each list is a file of its own. */
export async function exportCatalogue(
  request: CatalogueExportRequest,
  platform: Platform,
): Promise<number> {
  const opened = catalogueInUse(request, platform);
  if (opened === undefined) return EXIT.input;
  const lists = request.lists.length === 0 ? LISTS : request.lists;
  const documents = await documentsIn(request, lists, opened.brief, platform);
  writeDocuments(documents, request, opened.workspace.language, platform);
  return EXIT.ok;
}

/** A document with the name that it has in a folder. */
export interface NamedDocument {
  readonly name: string;
  readonly content: string | Uint8Array;
}

async function documentsIn(
  request: CatalogueExportRequest,
  lists: readonly ListName[],
  brief: CatalogueBrief,
  platform: Platform,
): Promise<readonly NamedDocument[]> {
  const version = toolVersion(platform);
  const name = "catalogue";
  switch (request.format) {
    case "json": {
      const json = catalogueJson(brief.catalogue, partsOf(lists, brief), version);
      return [{ name, content: `${JSON.stringify(json, undefined, 2)}\n` }];
    }
    case "md": {
      const { renderMarkdown } = await import("../render/markdown.ts");
      return [{ name, content: renderMarkdown(handbook(lists, brief)) }];
    }
    case "xlsx": {
      const { catalogueWorkbook } = await import("../report/catalogue/catalogue-workbook.ts");
      const { renderWorkbook } = await import("../render/workbook.ts");
      return [
        { name, content: renderWorkbook(catalogueWorkbook(lists, brief, `beredskap ${version}`)) },
      ];
    }
    case "csv": {
      const { renderCsv, dialectFor } = await import("../render/csv.ts");
      const dialect = dialectFor(brief.wording.language, request.plainCsv);
      return lists.map((list) => ({
        name: `${name}-${list}`,
        content: renderCsv(exportTable(list, brief).rows, dialect),
      }));
    }
  }
}

/** Prints one document, or writes one or several, and says where. */
export function writeDocuments(
  documents: readonly NamedDocument[],
  { format, out, force, quiet }: Pick<CatalogueExportRequest, "format" | "out" | "force" | "quiet">,
  language: Parameters<typeof wordsFor>[0],
  platform: Platform,
): void {
  if (out === undefined) {
    const [only, ...others] = documents;
    if (only === undefined || others.length > 0)
      throw new Failure([diagnose("U012", { formats: [format] })], 2);
    refuseToPrint([format], out, platform);
    platform.print(only.content);
    return;
  }
  const outputs: readonly Output[] = documents.map(({ name, content }) => ({
    path: outputPath(out, `.${format}`, documents.length, name),
    content,
  }));
  platform.write(outputs, force);
  const { say } = wordsFor(language, ["command"], platform);
  const paths = outputs.map(({ path }) => `  ${path}`).join("\n");
  talk(`${say("command.written", { count: outputs.length })}\n${paths}`, quiet, platform);
}
