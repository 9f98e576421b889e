import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Language, RawObject } from "../model/values.ts";
import { rawText } from "../model/values.ts";
import type { OwnKind } from "../schema/catalogue-schemas.ts";
import { OWN_KINDS } from "../schema/catalogue-schemas.ts";
import { nearest } from "../schema/suggest.ts";
import type { SourceDocument } from "../source/document.ts";
import { checkShape } from "./check-shape.ts";
import { checkOwn } from "./check-own.ts";
import { openFiles } from "./files.ts";
import type { OwnObject } from "./own-object.ts";
import { checkReasons, ownObject } from "./own-object.ts";
import { readDocument } from "./read-document.ts";
import type { KnownFact } from "./vocabulary.ts";

/** What an organisation lays over the catalogue, as it is written. */
export interface Overlay {
  /** Undefined when the policy names none. */
  readonly folder: string | undefined;
  readonly criteria: ReadonlyMap<string, OwnObject>;
  readonly adjustments: ReadonlyMap<string, OwnObject>;
  readonly profiles: ReadonlyMap<string, OwnObject>;
  /** Path inside the folder and digest of each file that was read. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: ReadonlyMap<string, OwnObject> = new Map<string, OwnObject>();

/** Where the policy names no folder: the catalogue as it is shipped. */
export const NO_OVERLAY: Overlay = {
  folder: undefined,
  criteria: NONE,
  adjustments: NONE,
  profiles: NONE,
  files: [],
  documents: new Map<string, SourceDocument>(),
  diagnostics: [],
};

export interface OverlayRequest {
  readonly folder: string;
  /** The languages in which own criteria must have texts. */
  readonly languages: readonly Language[];
  readonly facts: ReadonlyMap<string, KnownFact>;
  /** The profile whose scales conditions may name. */
  readonly profile: string;
}

/** Reads and checks all that lies in an overlay folder. What is not right is left out, with a diagnostic. */
export function openOverlay(request: OverlayRequest, platform: Platform): Overlay {
  const { folder } = request;
  const found = openFiles([folder], platform);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const objects: Record<OwnKind, Map<string, OwnObject>> = {
    criterion: new Map(),
    adjustment: new Map(),
    profile: new Map(),
  };
  for (const { document } of found.files) diagnostics.push(...readOwn(document, objects));
  const written = {
    criteria: objects.criterion,
    adjustments: objects.adjustment,
    profiles: objects.profile,
  };
  return {
    folder,
    ...written,
    files: found.files.map(({ input }) => ({
      path: input.path.slice(folder.length).replace(/^\//u, ""),
      sha256: input.sha256,
    })),
    documents: new Map(found.files.map(({ document }) => [document.file, document])),
    diagnostics: [...diagnostics, ...checkOwn(written, request, platform)],
  };
}

function readOwn(
  document: SourceDocument,
  objects: Readonly<Record<OwnKind, Map<string, OwnObject>>>,
): readonly Diagnostic[] {
  const { file } = document;
  const read = readDocument(document);
  if (!read.ok) return [read.fault];
  const { raw } = read;
  const kind = OWN_KINDS.find((each) => each === raw["kind"]);
  if (kind === undefined) return [foreignKind(raw, file)];
  const faults = [...checkShape(raw, kind, file), ...checkReasons(raw, file)];
  if (faults.length > 0) return faults;
  const id = rawText(raw[kind === "adjustment" ? "criterion" : "id"]);
  const own = ownObject(id, raw, file);
  const twin = objects[kind].get(id);
  if (twin !== undefined) {
    const pointer = kind === "adjustment" ? "/criterion" : "/id";
    return [
      diagnose("C032", { kind, id }, { ...own.place, pointer }, [{ ...twin.place, pointer }]),
    ];
  }
  objects[kind].set(id, own);
  return [];
}

/** A document that is none of the catalogue's, or of a kind that an overlay cannot change yet. */
function foreignKind(raw: RawObject, file: string): Diagnostic {
  const place = { file, pointer: "/kind", part: "value" } as const;
  const kind = rawText(raw["kind"]);
  if (kind === "") return diagnose("S024", {}, { ...place, pointer: "" });
  if (kind === "clause") return diagnose("C010", { kind }, place);
  return diagnose("C031", { value: kind, suggestion: nearest(kind, OWN_KINDS) }, place);
}
