import type { CatalogueExportRequest } from "../commands/catalogue-export.ts";
import { LISTS } from "../model/catalogue-list.ts";
import type { ListName } from "../model/catalogue-list.ts";
import { CLASSES } from "../model/classes.ts";
import { LEVELS } from "../model/criterion.ts";
import type { Platform } from "../model/platform.ts";
import type { Parsed } from "./options.ts";
import { common, dayOption, register, textOption, wordOption } from "./options.ts";

type CatalogueAction = (
  subjects: readonly string[],
  parsed: Parsed,
  platform: Platform,
) => Promise<number>;

/** What may be done with the catalogue, each in a file of its own that is loaded when it is asked for. */
const CATALOGUE_ACTIONS: Readonly<Record<string, () => Promise<CatalogueAction>>> = {
  list: async () => {
    const { listCatalogue } = await import("../commands/catalogue-list.ts");
    return (subjects, parsed, platform) =>
      listCatalogue(
        {
          ...register(parsed, registerNamed(parsed)),
          lists: listNames(subjects),
          level: wordOption(parsed, "level", "--level", LEVELS),
          group: textOption(parsed, "group"),
          class: wordOption(parsed, "class", "--class", CLASSES),
          situation: wordOption(parsed, "situation", "--situation", ["N", "E"] as const),
          statutory: parsed["statutory"] === true,
          format:
            wordOption(parsed, "format", "--format", ["text", "md", "json"] as const) ?? "text",
        },
        platform,
      );
  },
  show: async () => {
    const { showCatalogue } = await import("../commands/catalogue-show.ts");
    return (subjects, parsed, platform) =>
      showCatalogue(
        {
          ...register(parsed, registerNamed(parsed)),
          subjects,
          format:
            wordOption(parsed, "format", "--format", ["text", "md", "json"] as const) ?? "text",
        },
        platform,
      );
  },
  check: async () => {
    const { checkCatalogue } = await import("../commands/catalogue-check.ts");
    return ([folder], parsed, platform) => {
      const request = {
        ...common(parsed),
        folder,
        format: wordOption(parsed, "format", "--format", ["text", "json"] as const) ?? "text",
        asOf: dayOption(parsed),
        all: parsed["all"] === true,
      };
      return Promise.resolve(checkCatalogue(request, platform));
    };
  },
  export: async () => (subjects, parsed, platform) =>
    parsed["questionnaire"] === true || parsed["for"] !== undefined
      ? exportForm(parsed, platform)
      : exportLists(subjects, parsed, platform),
};

async function exportLists(
  subjects: readonly string[],
  parsed: Parsed,
  platform: Platform,
): Promise<number> {
  const { exportCatalogue } = await import("../commands/catalogue-export.ts");
  const formats = ["xlsx", "csv", "md", "json"] as const;
  const format = wordOption(parsed, "format", "--format", formats) ?? "md";
  return exportCatalogue({ ...exported(parsed), lists: listNames(subjects), format }, platform);
}

async function exportForm(parsed: Parsed, platform: Platform): Promise<number> {
  const { exportQuestionnaire } = await import("../commands/catalogue-questionnaire.ts");
  const request = {
    ...exported(parsed),
    subject: textOption(parsed, "for") ?? "contract",
    class: wordOption(parsed, "class", "--class", CLASSES),
    all: parsed["all"] === true,
    format: wordOption(parsed, "format", "--format", ["xlsx", "csv"] as const) ?? "xlsx",
  };
  return exportQuestionnaire(request, platform);
}

/** What every export is asked. */
function exported(
  parsed: Parsed,
): ReturnType<typeof register> & Pick<CatalogueExportRequest, "plainCsv" | "out" | "force"> {
  return {
    ...register(parsed, registerNamed(parsed)),
    plainCsv: parsed["plainCsv"] === true,
    out: textOption(parsed, "out"),
    force: parsed["force"] === true,
  };
}

/** The register that is named, if any. */
function registerNamed(parsed: Parsed): readonly string[] {
  const named = textOption(parsed, "register");
  return named === undefined ? [] : [named];
}

function listNames(subjects: readonly string[]): readonly ListName[] {
  return subjects.flatMap((list) => wordOption({ list }, "list", "subjects", LISTS) ?? []);
}

/** The action with this name, or the failure that names them all. */
export async function catalogueAction(action: string): Promise<CatalogueAction> {
  const names = Object.keys(CATALOGUE_ACTIONS);
  const known = wordOption({ action }, "action", "action", names);
  const load = CATALOGUE_ACTIONS[known ?? ""];
  if (load === undefined) throw new Error(`no action ${action}`);
  return load();
}
