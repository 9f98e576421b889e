import type { Edit } from "../../assess/edit.ts";
import { withEdits } from "../../assess/edit.ts";
import type { Standing } from "../../interview/standing.ts";
import { rewritten, standingOf } from "../../interview/standing.ts";
import { contractOf, supplierOf } from "../../load/build.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isError } from "../../model/diagnostic.ts";
import type { Platform } from "../../model/platform.ts";
import type { Entry } from "../../model/register.ts";
import { isRawObject } from "../../model/values.ts";
import type { AmendObstacle, Amendment } from "../../source/amend.ts";
import { amend } from "../../source/amend.ts";
import { isSameValue } from "../../source/amended-value.ts";
import { stepsOf } from "../../source/document.ts";
import { valueAt, valueIn } from "../../source/entry-value.ts";
import { writeSnippet } from "../../source/snippet.ts";
import type { Workspace } from "../workspace.ts";
import { toolVersion } from "../workspace.ts";
import type { Page } from "./pages.ts";
import { readPage, writePage } from "./pages.ts";

/** What became of an answer. */
export type Outcome = Written | Kept;

export interface Written {
  readonly kind: "written";
  readonly file: string;
  /** True when somebody else had changed the file, and the answer went into the new text. */
  readonly changedMeanwhile: boolean;
  /** False in a dry run: the answer is only in the text that is shown. */
  readonly onDisk: boolean;
}

/** An answer that is not in the file, with the YAML that says it. */
export interface Kept {
  readonly kind: "kept";
  readonly edits: readonly Edit[];
  readonly file: string;
  /**
   * `touched`: somebody else changed the field meanwhile; `gone`: took the entry away; `invalid`: left the
   * register in a state in which it cannot be read; `failed`: the file cannot be read or written.
   */
  readonly because: "touched" | "gone" | "invalid" | "failed" | AmendObstacle;
  readonly failure: readonly Diagnostic[];
  readonly snippet: string;
}

/** One contract's answers on their way into the files of its register. */
export interface Session {
  readonly standing: () => Standing;
  /** The errors that the register would have if it said this. */
  readonly faults: (edits: readonly Edit[]) => readonly Diagnostic[];
  /** Writes an answer about one entry, after those that could not be written before. */
  readonly write: (edits: readonly Edit[]) => Outcome;
  /** Answers that are not in the files. */
  readonly kept: () => readonly Kept[];
  /** The files with their texts at first and at last. */
  readonly texts: () => readonly {
    readonly file: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface SessionRequest {
  readonly contract: string;
  readonly catalogue: Catalogue;
  readonly workspace: Workspace;
  /** True: nothing is written, and the files are taken as they were at first. */
  readonly dryRun: boolean;
  readonly reopen: () => Workspace;
}

/** Undefined where the register has no such contract, or it has ended. */
export function openSession(request: SessionRequest, platform: Platform): Session | undefined {
  const { dryRun } = request;
  let { workspace } = request;
  const first = standingIn(workspace, request, platform);
  if (first === undefined) return undefined;
  let standing = first;
  const pages = new Map<string, Page>();
  const start = new Map<string, string>();
  let kept: readonly Kept[] = [];

  const readPages = (): void => {
    for (const { place } of [standing.contract, ...standing.suppliers]) {
      const read = readPage(place.file, platform);
      if (!read.ok) continue;
      // A text that is already another than the one that was loaded is never taken for it.
      const isLoaded = read.page.digest === loadedDigest(workspace, place.file);
      pages.set(place.file, isLoaded ? read.page : { ...read.page, digest: "" });
      if (!start.has(place.file)) start.set(place.file, read.page.text);
    }
  };
  readPages();

  /** Reads the register again if the file has changed; gives what stands in the way of writing to it. */
  const refresh = (file: string): "same" | "changed" | Pick<Kept, "because" | "failure"> => {
    const read = readPage(file, platform);
    if (!read.ok) return { because: "failed", failure: read.failure };
    if (read.page.digest === pages.get(file)?.digest) return "same";
    const again = request.reopen();
    const next = standingIn(again, request, platform);
    if (again.loaded.register === undefined) return { because: "invalid", failure: [] };
    if (next === undefined) return { because: "gone", failure: [] };
    workspace = again;
    standing = next;
    readPages();
    return pages.get(file)?.digest === "" ? refresh(file) : "changed";
  };

  const writeOne = (edits: readonly Edit[]): Outcome => {
    const before = entryOf(standing, edits);
    const { file } = before.place;
    const keep = (
      because: Kept["because"],
      snippet: string,
      failure: Kept["failure"] = [],
    ): Kept => ({
      kind: "kept",
      edits,
      file: workspace.loaded.nameOf(file),
      because,
      failure,
      snippet,
    });
    const snippetAt = (entry: Entry): string =>
      writeSnippet(
        pages.get(file)?.text ?? "",
        amendmentsOf(entry, edits).map(({ pointer, value }) => ({
          steps: stepsOf(pointer),
          value,
        })),
      );
    const state = dryRun ? "same" : refresh(file);
    if (typeof state === "object") return keep(state.because, snippetAt(before), state.failure);
    const now = entryOf(standing, edits);
    const isTouched = edits.some(
      ({ path }) => !isSameValue(at(before, path) ?? null, at(now, path) ?? null),
    );
    if (isTouched) return keep("touched", snippetAt(now));
    const amended = amend(pages.get(file)?.text ?? "", amendmentsOf(now, edits));
    if (!amended.ok) return keep(amended.reason, amended.snippet);
    const written = dryRun
      ? ({ ok: true, page: { text: amended.text, digest: "" } } as const)
      : writePage(file, amended.text, platform);
    if (!written.ok) return keep("failed", snippetAt(now), written.failure);
    pages.set(file, written.page);
    const raw = valueIn(amended.text, now.place.pointer);
    if (isRawObject(raw)) standing = rewritten(standing, { ...now, raw });
    return {
      kind: "written",
      file: workspace.loaded.nameOf(file),
      changedMeanwhile: state === "changed",
      onDisk: !dryRun,
    };
  };

  return {
    standing: () => standing,
    faults: (edits) => {
      const entry = entryOf(standing, edits);
      return workspace.loaded.faultsWith(entry, withEdits(entry, edits)).filter(isError);
    },
    write: (edits) => {
      const again = kept.filter((each) => !isSuperseded(each, edits));
      kept = again.flatMap((each) => {
        if (each.because !== "failed" && each.because !== "invalid") return [each];
        const outcome = writeOne(each.edits);
        return outcome.kind === "kept" ? [outcome] : [];
      });
      const outcome = writeOne(edits);
      if (outcome.kind === "kept") kept = [...kept, outcome];
      return outcome;
    },
    kept: () => kept,
    texts: () =>
      [...start].map(([file, before]) => ({
        file: workspace.loaded.nameOf(file),
        before,
        after: pages.get(file)?.text ?? before,
      })),
  };
}

function standingIn(
  { loaded, asOf }: Workspace,
  { catalogue, contract }: SessionRequest,
  platform: Platform,
): Standing | undefined {
  const { register } = loaded;
  if (register === undefined) return undefined;
  const make = { contract: contractOf, supplier: supplierOf };
  const version = toolVersion(platform);
  return standingOf({ register, catalogue, asOf, toolVersion: version, make }, contract);
}

function loadedDigest({ loaded }: Workspace, file: string): string {
  const name = loaded.nameOf(file);
  return loaded.register?.inputs.find(({ path }) => path === name)?.sha256 ?? "";
}

/** The entry that edits are about: they are about one. */
function entryOf({ contract, suppliers }: Standing, edits: readonly Edit[]): Entry {
  const [edit] = edits;
  if (edit === undefined || edit.shape === "contract") return contract;
  return suppliers.find(({ id }) => id === edit.entry) ?? contract;
}

function at({ raw }: Entry, path: string) {
  return valueAt(raw, path.split("."));
}

function amendmentsOf({ place }: Entry, edits: readonly Edit[]): readonly Amendment[] {
  return edits.map(({ path, value }) => ({
    pointer: `${place.pointer}/${path.replaceAll(".", "/")}`,
    value,
  }));
}

/** A newer answer to the same field takes the place of one that waits. */
function isSuperseded(waiting: Kept, edits: readonly Edit[]): boolean {
  return waiting.edits.some((each) =>
    edits.some(
      ({ shape, entry, path }) =>
        each.shape === shape && each.entry === entry && each.path === path,
    ),
  );
}
