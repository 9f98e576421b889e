import { diagnose, isError } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Language } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { checkGateNames, gateNames } from "../load/gate-names.ts";
import { FACTS } from "../assess/facts.ts";
import { loadCatalogue, loadClauses } from "../load/catalogue.ts";
import type { Overlay } from "../load/overlay.ts";
import { NO_OVERLAY } from "../load/overlay.ts";
import type { Policy } from "../load/policy.ts";
import type { Loaded } from "../load/register.ts";
import { loadRegister } from "../load/register.ts";
import type { Settings } from "../load/settings.ts";
import { readSettings } from "../load/settings.ts";
import { criterionIds, profileNames, yamlOf } from "../load/shipped.ts";
import { nearest } from "../schema/suggest.ts";
import type { Paint } from "../render/paint.ts";
import { makePaint } from "../render/paint.ts";
import { checkPolicyValues } from "./policy-values.ts";
import type { Area } from "../wording/load-words.ts";
import { loadWording } from "../wording/load-words.ts";
import type { Wording } from "../wording/wording.ts";

/** What every command may be asked. */
export interface CommonRequest {
  readonly lang: Language | undefined;
  readonly quiet: boolean;
  /** False when colour is switched off; else the terminal decides. */
  readonly colour: boolean;
}

/** What commands that read a register may be asked. */
export interface RegisterRequest extends CommonRequest {
  /** Files, folders, or `-`. */
  readonly paths: readonly string[];
  readonly asOf: Day | undefined;
  readonly profile: string | undefined;
}

/** The register and its policy, read once for a command. */
export interface Workspace {
  readonly loaded: Loaded;
  readonly policy: Policy;
  /** What the organisation lays over the catalogue. */
  readonly overlay: Overlay;
  readonly language: Language;
  readonly today: Day;
  /** The day of assessment. */
  readonly asOf: Day;
}

export function openWorkspace(request: RegisterRequest, platform: Platform): Workspace {
  const today = platform.today();
  const asOf = request.asOf ?? today;
  let settings: Settings | undefined;
  const read = loadRegister(request.paths, platform, {
    today,
    criteria: criterionIds(platform),
    overlayOf: (policy) => {
      const asked = { facts: KNOWN_FACTS, profile: request.profile, asOf };
      settings = readSettings(policy, asked, platform);
      return settings.overlay;
    },
  });
  if (settings === undefined) throw new Error("the policy was not looked for");
  const { policy, overlay } = settings;
  if (request.profile !== undefined) checkProfile(request.profile, overlay, platform);
  const gates = checkGateNames(read.policy, gateNames(overlay, asOf, platform));
  const values =
    policy.clauseParameters.length === 0
      ? []
      : checkPolicyValues(policy, read.policy, loadClauses(platform));
  const diagnostics = [...read.diagnostics, ...settings.diagnostics, ...gates, ...values];
  const loaded: Loaded = {
    ...read,
    diagnostics,
    register: diagnostics.some(isError) ? undefined : read.register,
    locate: (place) => overlay.documents.get(place.file)?.locate(place) ?? read.locate(place),
    lineOf: (file, line) =>
      overlay.documents.get(file)?.lines.lineAt(line) ?? read.lineOf(file, line),
  };
  return {
    loaded,
    policy,
    overlay,
    language: request.lang ?? policy.language ?? localeLanguage(platform),
    today,
    asOf,
  };
}

/** The computed facts as conditions name them. */
export const KNOWN_FACTS: ReadonlyMap<string, (typeof FACTS)[number]> = new Map(
  FACTS.map((fact) => [fact.name, fact]),
);

/** The language of the user's environment, as far as it is one of ours. */
export function localeLanguage(platform: Platform): Language {
  const locale =
    platform.environment("LC_ALL") ||
    platform.environment("LC_MESSAGES") ||
    platform.environment("LANG") ||
    "";
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
}

/** The words of some areas, read from our templates. */
export function wordsFor(language: Language, areas: readonly Area[], platform: Platform): Wording {
  return loadWording(language, areas, (path) => {
    const file = `templates/wording/${path}`;
    return yamlOf(file, new TextDecoder().decode(platform.readFile(`${platform.home}/${file}`)));
  });
}

/** The catalogue with what the organisation lays over it, and the profile that was asked for, else the policy's, else the standard one. */
export function openCatalogue(
  request: RegisterRequest,
  workspace: Pick<Workspace, "policy" | "overlay" | "asOf"> | undefined,
  platform: Platform,
): Catalogue {
  const profile = request.profile ?? workspace?.policy.profile ?? "standard";
  checkProfile(profile, workspace?.overlay ?? NO_OVERLAY, platform);
  return loadCatalogue(platform, profile, workspace);
}

/** A profile that does not exist is wrong use of the command. */
function checkProfile(profile: string, overlay: Overlay, platform: Platform): void {
  const names = [...profileNames(platform), ...overlay.profiles.keys()];
  if (!names.includes(profile))
    throw new Failure([diagnose("C007", { profile, suggestion: nearest(profile, names) })], 2);
}

/** Colour only on a terminal that wants it, or where it is asked for. */
export function wantsColour(request: CommonRequest, platform: Platform): boolean {
  const forced = platform.environment("FORCE_COLOR");
  const unwanted = forced === "0" || forced === "false" || platform.environment("TERM") === "dumb";
  const refused = (platform.environment("NO_COLOR") ?? "") !== "" || unwanted;
  const plain = (platform.environment("ACCESSIBLE") ?? "") !== "";
  const wanted = forced !== undefined && forced !== "";
  return request.colour && !refused && !plain && (wanted || platform.columns !== undefined);
}

export function paintFor(request: CommonRequest, platform: Platform): Paint {
  return makePaint(wantsColour(request, platform));
}

/** The version of the tool, from its package. */
export function toolVersion(platform: Platform): string {
  const text = new TextDecoder().decode(platform.readFile(`${platform.home}/package.json`));
  return String((JSON.parse(text) as { readonly version?: unknown }).version);
}
