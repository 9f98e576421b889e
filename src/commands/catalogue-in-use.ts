import { FACTS } from "../assess/facts.ts";
import { profileNames } from "../load/shipped.ts";
import { isError } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import { makeFormat } from "../wording/format.ts";
import { diagnosticsText } from "./say.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { openCatalogue, openWorkspace, paintFor, wordsFor } from "./workspace.ts";
import { yamlText } from "./yaml-text.ts";

const YAML_NAME = /\.ya?ml$/u;
const SETTLED_HERE = /^kind:[ \t]+["']?(?:policy|register)\b/mu;

/**
 * The request with the files that lie directly in the folder one stands in, where no register is named: the
 * catalogue can be read anywhere, and folders below may hold anything, other registers among it.
 */
export function withPaths<T extends RegisterRequest>(request: T, platform: Platform): T {
  if (request.paths.length > 0) return request;
  const paths = platform
    .list(".")
    .filter((name) => YAML_NAME.test(name) && platform.kindOf(name) === "file")
    .filter((name) => SETTLED_HERE.test(new TextDecoder().decode(platform.readFile(name))));
  return { ...request, paths };
}

/** The catalogue as it is used where one stands, and the words to tell of it. */
export interface CatalogueInUse {
  readonly brief: CatalogueBrief;
  readonly workspace: Workspace;
}

/**
 * Reads the policy, where there is one, and the catalogue with the profile and the overlay that it names. A
 * register that cannot be read does not matter here; undefined, and said, where the policy or what it names
 * cannot be read: what is shown must be what is used.
 */
export function catalogueInUse(
  request: RegisterRequest,
  platform: Platform,
  workspace: Workspace = openWorkspace(withPaths(request, platform), platform),
): CatalogueInUse | undefined {
  const { loaded, language, overlay } = workspace;
  const wrong = loaded.diagnostics.filter((each) => isError(each) && each.code.startsWith("C"));
  if (wrong.length > 0) {
    const wording = wordsFor(language, ["diagnostics", "command"], platform);
    platform.warn(diagnosticsText(wrong, loaded, wording, paintFor(request, platform), false));
    return undefined;
  }
  const catalogue = openCatalogue(request, workspace, platform);
  const names = new Set([...profileNames(platform), ...overlay.profiles.keys()]);
  const profiles = [...names].map((profile) =>
    profile === catalogue.profile.id
      ? catalogue.profile
      : openCatalogue({ ...request, profile }, workspace, platform).profile,
  );
  const wording = wordsFor(language, ["catalogue", "explain", "report", "terms"], platform);
  const format = makeFormat(language);
  const brief = { catalogue, profiles, facts: FACTS, wording, format, write: yamlText };
  return { brief, workspace };
}
