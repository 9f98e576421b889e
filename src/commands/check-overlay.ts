import { loadCatalogue } from "../load/catalogue.ts";
import { openFiles } from "../load/files.ts";
import type { Overlay } from "../load/overlay.ts";
import { openOverlay } from "../load/overlay.ts";
import { parseCriterion } from "../load/parse-criterion.ts";
import type { Policy } from "../load/policy.ts";
import { NO_POLICY } from "../load/policy.ts";
import { readDocument } from "../load/read-document.ts";
import type { Settings } from "../load/settings.ts";
import { readSettings } from "../load/settings.ts";
import { groupOf } from "../load/shipped.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Entry } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import type { SourceDocument } from "../source/document.ts";
import type { FoundCheck } from "./found-check.ts";
import { checkDecides, checkQuality } from "./criterion-quality.ts";
import { KNOWN_FACTS } from "./workspace.ts";

/** What an organisation lays over the catalogue: a register's folder with a policy that names it, or the folder itself. */
export function checkOverlay(folder: string, asOf: Day, platform: Platform): FoundCheck {
  const found = policyIn(folder, platform);
  const { policy, overlay, diagnostics } =
    found === undefined
      ? bareOverlay(folder, platform)
      : readSettings(found.entry, { facts: KNOWN_FACTS, profile: undefined, asOf }, platform);
  const documents = new Map(overlay.documents);
  if (found !== undefined) documents.set(found.document.file, found.document);
  const isFaulty = diagnostics.some(isError);
  if (overlay.documents.size === 0 && !isFaulty)
    throw new Failure([diagnose("F008", { path: folder }, { file: folder })], 3);
  const examples = [...overlay.criteria.values()].map(
    ({ raw, place }) => parseCriterion(raw, groupOf(place.file)).examples.length,
  );
  return {
    documents,
    criteria: overlay.criteria.size,
    examples: examples.reduce((sum, count) => sum + count, 0),
    diagnostics: isFaulty
      ? diagnostics
      : [...diagnostics, ...qualityOf(overlay, policy, asOf, platform)],
    language: policy.language,
  };
}

const POLICY = /^kind:[ \t]+["']?policy["']?[ \t]*(?:#.*)?\r?$/mu;

function policyIn(
  folder: string,
  platform: Platform,
): { readonly entry: Entry; readonly document: SourceDocument } | undefined {
  const opened = openFiles([folder], platform).files.find(({ document }) =>
    POLICY.test(document.text),
  );
  if (opened === undefined) return undefined;
  const { document } = opened;
  const read = readDocument(document);
  if (!read.ok) throw new Failure([read.fault], 3);
  const place = { file: document.file, pointer: "", part: "value" } as const;
  return { entry: { id: "policy", raw: read.raw, place }, document };
}

/** Where there is no policy: all languages are asked for, and the standard profile is used. */
function bareOverlay(folder: string, platform: Platform): Settings {
  const languages = NO_POLICY.languages;
  const overlay = openOverlay(
    { folder, languages, facts: KNOWN_FACTS, profile: "standard" },
    platform,
  );
  return { policy: NO_POLICY, overlay, diagnostics: overlay.diagnostics };
}

function qualityOf(
  overlay: Overlay,
  policy: Policy,
  asOf: Day,
  platform: Platform,
): readonly Diagnostic[] {
  const profile = policy.profile ?? "standard";
  const catalogue = loadCatalogue(platform, profile, { overlay, asOf });
  const sources = { months: policy.recheckSources, asOf };
  const written = [...overlay.criteria.values()].flatMap(({ raw, place: { file } }) => {
    const criterion = parseCriterion(raw, groupOf(file));
    return checkQuality(criterion, raw, file, { profile: catalogue.profile, sources });
  });
  // What an adjustment asks at more classes must have something to ask there, too.
  const touched = new Map(
    [...overlay.criteria.values(), ...overlay.adjustments.values()].map(({ id, place }) => [
      id,
      place.file,
    ]),
  );
  const decided = [...touched].flatMap(([id, file]) => {
    const criterion = catalogue.criteria.get(id);
    return criterion === undefined ? [] : checkDecides(criterion, catalogue.profile, file);
  });
  return [...written, ...decided];
}
