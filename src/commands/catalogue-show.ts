import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Page } from "../model/report.ts";
import { catalogueJson } from "../render/catalogue-json.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import { cataloguePage, versionOf } from "../report/catalogue/catalogue-page.ts";
import type { CatalogueObject } from "../report/catalogue/objects.ts";
import { objectNames, objectPage, objectsNamed } from "../report/catalogue/objects.ts";
import { catalogueInUse } from "./catalogue-in-use.ts";
import { partsWith } from "./catalogue-parts.ts";
import { ambiguous, printCatalogue, unknownSubject } from "./explain-catalogue.ts";
import { printPage } from "./print-page.ts";
import type { RegisterRequest } from "./workspace.ts";
import { toolVersion } from "./workspace.ts";

export interface CatalogueShowRequest extends RegisterRequest {
  /** `criterion:x`, `clause:x`, `profile:x`, `scale:x`, `vital-function:x`, `fact:x`, or a bare id. */
  readonly subjects: readonly string[];
  readonly format: "text" | "md" | "json";
}

/** All that the catalogue says about some of its objects. */
export async function showCatalogue(
  request: CatalogueShowRequest,
  platform: Platform,
): Promise<number> {
  if (request.subjects.length === 0)
    throw new Failure([diagnose("U003", { argument: "subjects" })], 2);
  const opened = catalogueInUse(request, platform);
  if (opened === undefined) return EXIT.input;
  const { brief, workspace } = opened;
  const objects = request.subjects.map((subject) => objectFor(subject, brief));
  if (request.format === "json") {
    const json = catalogueJson(brief.catalogue, partsWith(objects), toolVersion(platform));
    platform.print(`${JSON.stringify(json, undefined, 2)}\n`);
    return EXIT.ok;
  }
  if (request.format === "md") {
    const [title, ...blocks] = objects.flatMap((each) => objectPage(each, 1, brief));
    const page =
      objects.length === 1 && title?.kind === "heading"
        ? cataloguePage(title.text, versionOf(brief), blocks, brief)
        : cataloguePage(
            brief.wording.say("catalogue.handbook.title"),
            versionOf(brief),
            title === undefined ? [] : [title, ...blocks],
            brief,
          );
    await printPage(page, "md", request, platform);
    return EXIT.ok;
  }
  for (const [index, object] of objects.entries()) {
    if (index > 0) platform.print("\n");
    const explained = { ...request, subject: "", criterion: undefined, format: "text" as const };
    if (object.kind === "criterion" || object.kind === "clause") {
      const { id } = object.kind === "criterion" ? object.criterion : object.clause;
      printCatalogue(object.kind, id, brief.catalogue, explained, workspace.language, platform);
    } else await printPage(pageOf(object, brief), "text", request, platform);
  }
  return EXIT.ok;
}

function pageOf(object: CatalogueObject, brief: CatalogueBrief): Page {
  const [title, ...blocks] = objectPage(object, 1, brief);
  return cataloguePage(
    title?.kind === "heading" ? title.text : "",
    versionOf(brief),
    blocks,
    brief,
  );
}

const KINDS = ["criterion", "clause", "profile", "scale", "vital-function", "fact"] as const;

/** The one object that a word on the command line names. */
function objectFor(subject: string, brief: CatalogueBrief): CatalogueObject {
  const [, kind, id = subject] = /^([a-z-]+):(.+)$/u.exec(subject) ?? [];
  const known = KINDS.find((each) => each === kind);
  const name = known === undefined ? subject : id;
  const found = objectsNamed(name, brief).filter(
    (each) => known === undefined || each.kind === known,
  );
  const [only, ...others] = found;
  if (only === undefined) throw unknownSubject(name, objectNames(brief));
  if (others.length > 0)
    throw ambiguous(
      name,
      found.map((each) => each.kind),
    );
  return only;
}
