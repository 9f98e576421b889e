import { assess } from "../assess/assess.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { isError } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Register } from "../model/register.ts";
import { diagnosticsText } from "./say.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { openCatalogue, openWorkspace, paintFor, toolVersion, wordsFor } from "./workspace.ts";

/** A register that could be read, with its assessment. */
export interface Assessed {
  readonly workspace: Workspace;
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
}

/** Reads and assesses; prints what is wrong and gives undefined when the register cannot be assessed. */
export function assessOrExplain(
  request: RegisterRequest,
  platform: Platform,
  workspace: Workspace = openWorkspace(request, platform),
): Assessed | undefined {
  const { loaded, language, asOf } = workspace;
  const serious = loaded.diagnostics.filter(isError);
  if (loaded.register === undefined) {
    const wording = wordsFor(language, ["diagnostics", "command"], platform);
    platform.warn(
      `${diagnosticsText(serious, loaded, wording, paintFor(request, platform), false)}\n`,
    );
    return undefined;
  }
  const catalogue = openCatalogue(request, workspace, platform);
  const assessment = assess({
    register: loaded.register,
    catalogue,
    asOf,
    toolVersion: toolVersion(platform),
  });
  return { workspace, register: loaded.register, catalogue, assessment };
}
