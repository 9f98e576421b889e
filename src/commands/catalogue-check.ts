import type { Diagnostic } from "../model/diagnostic.ts";
import { isError } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import type { Day } from "../model/values.ts";
import { checkedCatalogue } from "./checked-catalogue.ts";
import type { CatalogueUnderCheck } from "./checked-catalogue.ts";
import { diagnosticsJson, diagnosticsText } from "./say.ts";
import { closingParams, countClasses } from "./validate.ts";
import type { CommonRequest } from "./workspace.ts";
import { localeLanguage, paintFor, wordsFor } from "./workspace.ts";

export interface CatalogueCheckRequest extends CommonRequest {
  /** An organisation's folder: its overlay, or the register whose policy names one. Undefined: the shipped catalogue. */
  readonly folder: string | undefined;
  readonly format: "text" | "json";
  readonly asOf: Day | undefined;
  readonly all: boolean;
}

/** Does the catalogue hold together, and does every criterion do what its examples say? */
export function checkCatalogue(request: CatalogueCheckRequest, platform: Platform): number {
  const asOf = request.asOf ?? platform.today();
  const checked = checkedCatalogue(request.folder, asOf, platform);
  const { diagnostics } = checked;
  const language = request.lang ?? checked.language ?? localeLanguage(platform);
  const wording = wordsFor(language, ["diagnostics", "command"], platform);
  const counts = countsOf(checked, diagnostics);
  if (request.format === "json") {
    platform.print(diagnosticsJson(diagnostics, checked, wording, counts));
  } else {
    const text = diagnosticsText(
      diagnostics,
      checked,
      wording,
      paintFor(request, platform),
      request.all,
    );
    if (text !== "") platform.print(`${text}\n`);
    if (!request.quiet) {
      const params = closingParams(counts, wording.say);
      platform.print(`${wording.say("command.catalogue.checked", params)}\n`);
    }
  }
  return diagnostics.some(isError) ? EXIT.input : EXIT.ok;
}

function countsOf(
  { files, criteria, examples }: CatalogueUnderCheck,
  diagnostics: readonly Diagnostic[],
): Readonly<Record<string, number>> {
  return { files, criteria, examples, ...countClasses(diagnostics) };
}
