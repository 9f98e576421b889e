import { lintPlaces, lintTerms } from "../draft/text-lints.ts";
import { loadClauses } from "../load/catalogue.ts";
import { checkCriterion } from "../load/check-criterion.ts";
import { checkMergedProfile, checkProfile } from "../load/check-profile.ts";
import { checkShape } from "../load/check-shape.ts";
import { checkSources } from "../load/check-sources.ts";
import type { SourceAge } from "../load/check-sources.ts";
import { profileShelf } from "../load/check-own.ts";
import { loadGlossary } from "../load/glossary.ts";
import { parseCriterion } from "../load/parse-criterion.ts";
import { parseProfile } from "../load/parse-profile.ts";
import { NO_POLICY } from "../load/policy.ts";
import { wholeProfile } from "../load/profiles.ts";
import { readDocument } from "../load/read-document.ts";
import { clauseFiles, criterionFiles, groupOf, profileFiles } from "../load/shipped.ts";
import { underProfile } from "../load/under-profile.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isError } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Profile } from "../model/profile.ts";
import type { Day, RawObject } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import { decodeText } from "../source/decode.ts";
import type { SourceDocument } from "../source/document.ts";
import { openDocument } from "../source/document.ts";
import type { FoundCheck } from "./found-check.ts";
import { checkDecides, checkQuality } from "./criterion-quality.ts";
import { KNOWN_FACTS } from "./workspace.ts";

/** The catalogue as it is shipped: criteria, profiles, and the sources of the clauses. */
export function checkShipped(asOf: Day, platform: Platform): FoundCheck {
  const documents = new Map<string, SourceDocument>();
  const diagnostics: Diagnostic[] = [];
  const read = (path: string): RawObject | undefined => {
    const decoded = decodeText(path, platform.readFile(`${platform.home}/${path}`));
    if (!decoded.ok) {
      diagnostics.push(decoded.diagnostic);
      return undefined;
    }
    const document = openDocument(path, decoded.text);
    documents.set(path, document);
    const result = readDocument(document);
    if (!result.ok) diagnostics.push(result.fault);
    return result.ok ? result.raw : undefined;
  };
  const sources: SourceAge = { months: NO_POLICY.recheckSources, asOf };
  const profiles = checkProfiles(read, diagnostics, platform);
  const [standard] = profiles.filter(({ id }) => id === "standard");
  let criteria = 0;
  let examples = 0;
  for (const path of criterionFiles(platform).values()) {
    const raw = read(path);
    criteria += 1;
    if (raw === undefined || standard === undefined) continue;
    const faults = faultsOf(raw, path, standard);
    diagnostics.push(...faults);
    if (faults.some(isError)) continue;
    const criterion = parseCriterion(raw, groupOf(path));
    examples += criterion.examples.length;
    diagnostics.push(
      ...checkQuality(criterion, raw, path, { profile: standard, sources }),
      ...profiles.flatMap((profile) =>
        checkDecides(underProfile(criterion, profile), profile, path),
      ),
    );
  }
  for (const path of clauseFiles(platform)) {
    const raw = read(path);
    if (raw !== undefined) diagnostics.push(...checkSources(raw, path, sources));
  }
  const glossary = loadGlossary(platform);
  for (const clause of loadClauses(platform).values())
    diagnostics.push(...lintTerms(clause, glossary), ...lintPlaces(clause));
  return { documents, criteria, examples, diagnostics, language: undefined };
}

function faultsOf(raw: RawObject, path: string, profile: Profile): readonly Diagnostic[] {
  const faults = checkShape(raw, "criterion", path);
  if (faults.length > 0) return faults;
  const vocabulary = { facts: KNOWN_FACTS, scales: new Set(Object.keys(profile.scales)) };
  return checkCriterion(raw, path, vocabulary, LANGUAGES);
}

/** The profiles that can be used; what is wrong with the others is said. */
function checkProfiles(
  read: (path: string) => RawObject | undefined,
  diagnostics: Diagnostic[],
  platform: Platform,
): readonly Profile[] {
  const files = profileFiles(platform);
  const written = new Map<string, RawObject>();
  for (const [id, path] of files) {
    const raw = read(path);
    if (raw === undefined) continue;
    const shape = checkShape(raw, "profile", path);
    const faults = shape.length > 0 ? shape : checkProfile(raw, path);
    diagnostics.push(...faults);
    if (faults.length === 0) written.set(id, raw);
  }
  const isOurs = (id: unknown): boolean => typeof id === "string" && files.has(id);
  const shelf = {
    ...profileShelf(new Map(), platform),
    shipped: (id: string): RawObject | undefined => written.get(id),
  };
  return [...written.keys()].flatMap((id): readonly Profile[] => {
    const whole = wholeProfile(id, shelf, undefined);
    if (!whole.ok) {
      // What it extends is one of ours that is faulty itself: that has been said.
      if (whole.fault.code !== "C007" || !isOurs(whole.fault.params["profile"]))
        diagnostics.push(whole.fault);
      return [];
    }
    const place = { file: files.get(id) ?? "", pointer: "", part: "value" } as const;
    diagnostics.push(...checkMergedProfile(whole.raw, written.get("standard") ?? {}, place));
    return [parseProfile(whole.raw)];
  });
}
