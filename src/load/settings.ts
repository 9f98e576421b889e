import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import type { Entry } from "../model/register.ts";
import type { Platform } from "../model/platform.ts";
import type { Day } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import type { Overlay } from "./overlay.ts";
import { NO_OVERLAY, openOverlay } from "./overlay.ts";
import { applies } from "./own-object.ts";
import type { Policy } from "./policy.ts";
import { readPolicy } from "./policy.ts";
import { profileNames } from "./shipped.ts";
import type { KnownFact } from "./vocabulary.ts";

/** How an organisation wants to be judged: its policy, and what it lays over the catalogue. */
export interface Settings {
  readonly policy: Policy;
  readonly overlay: Overlay;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SettingsRequest {
  readonly facts: ReadonlyMap<string, KnownFact>;
  /** The profile that the command line names, if any: it wins over the policy's. */
  readonly profile: string | undefined;
  readonly asOf: Day;
}

/** Reads a policy with all that it names: the overlay, the profile, the logo. */
export function readSettings(
  entry: Entry | undefined,
  { facts, profile, asOf }: SettingsRequest,
  platform: Platform,
): Settings {
  const { policy, diagnostics } = readPolicy(entry);
  if (entry === undefined || diagnostics.some(isError))
    return { policy, overlay: NO_OVERLAY, diagnostics };
  const at = (pointer: string): Place => ({ ...entry.place, pointer });
  const paths = checkPaths(policy, entry.place.file, at, platform);
  const overlay =
    policy.overlay === undefined || paths.some(({ at: place }) => isAt(place, "/overlay"))
      ? NO_OVERLAY
      : openOverlay(
          {
            folder: pathFrom(entry.place.file, policy.overlay),
            languages: policy.languages,
            facts,
            profile: profile ?? policy.profile ?? "standard",
          },
          platform,
        );
  return {
    policy,
    overlay,
    diagnostics: [
      ...diagnostics,
      ...paths,
      ...overlay.diagnostics,
      ...whatIsOver(overlay, asOf),
      ...checkProfileName(policy, overlay, at("/profile"), platform),
    ],
  };
}

function isAt(place: Diagnostic["at"], pointer: string): boolean {
  return place !== undefined && "pointer" in place && place.pointer === pointer;
}

function checkProfileName(
  { profile }: Policy,
  overlay: Overlay,
  place: Place,
  platform: Platform,
): readonly Diagnostic[] {
  const names = [...profileNames(platform), ...overlay.profiles.keys()];
  if (profile === undefined || names.includes(profile)) return [];
  return [diagnose("C007", { profile, suggestion: nearest(profile, names) }, place)];
}

function whatIsOver(overlay: Overlay, asOf: Day): readonly Diagnostic[] {
  const all = [overlay.criteria, overlay.adjustments, overlay.profiles].flatMap((each) => [
    ...each.values(),
  ]);
  return all.flatMap((own) =>
    own.until === undefined || applies(own, asOf)
      ? []
      : [diagnose("C027", { id: own.id, until: own.until }, { ...own.place, pointer: "/until" })],
  );
}

// --- paths -----------------------------------------------------------------------------------------

const IMAGE = /\.(?:png|jpe?g|svg)$/iu;

/** What the policy points at must lie below its own folder, and be there. */
function checkPaths(
  { overlay, branding }: Policy,
  policyFile: string,
  at: (pointer: string) => Place,
  platform: Platform,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const check = (path: string | undefined, pointer: string, kind: "file" | "folder"): void => {
    if (path === undefined) return;
    const fault = faultOf(path, policyFile, kind, platform);
    if (fault === "outside") faults.push(diagnose("C029", { path }, at(pointer)));
    else if (fault === "absent") faults.push(diagnose("C030", { path }, at(pointer)));
    else if (kind === "file" && !IMAGE.test(path))
      faults.push(diagnose("C035", { path }, at(pointer)));
  };
  check(overlay, "/overlay", "folder");
  check(branding.logo, "/branding/logo", "file");
  return faults;
}

/** Words separated by slashes, none of which leads elsewhere. */
const CONFINED = /^(?!\.{1,2}(?:\/|$))[^/\\:\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\:\p{Cc}]+)*\/?$/u;

function faultOf(
  path: string,
  policyFile: string,
  kind: "file" | "folder",
  platform: Platform,
): "outside" | "absent" | undefined {
  if (!CONFINED.test(path)) return "outside";
  const whole = pathFrom(policyFile, path);
  if (platform.kindOf(whole) === "absent") return "absent";
  const target = platform.resolve(whole);
  const home = platform.resolve(folderOf(policyFile));
  if (home !== "" && home !== "." && !target.startsWith(home.endsWith("/") ? home : `${home}/`))
    return "outside";
  return platform.kindOf(target) === kind ? undefined : "absent";
}

function folderOf(file: string): string {
  const end = file.lastIndexOf("/");
  return end === -1 ? "." : file.slice(0, Math.max(end, 1));
}

/** A path that a file names, as the tool opens it. */
function pathFrom(file: string, path: string): string {
  const folder = folderOf(file);
  const inside = path.replace(/\/$/u, "");
  if (folder === ".") return inside;
  return folder.endsWith("/") ? `${folder}${inside}` : `${folder}/${inside}`;
}
