import type { Edit } from "../../assess/edit.ts";
import type { ProofPlace } from "../../interview/proof-place.ts";
import type { Question } from "../../interview/question.ts";
import type { Raw, RawObject } from "../../model/values.ts";
import { isRawObject } from "../../model/values.ts";
import { valueAt } from "../../source/entry-value.ts";

/** What somebody said proves an answer, as far as anything was said. */
export interface GivenProof {
  readonly place: ProofPlace;
  /** `kind` and `date`; empty when neither was given. */
  readonly evidence: RawObject;
  /** The role that vouches; undefined when not said. */
  readonly by: string | undefined;
}

/**
 * What to write for an answer, field by field, so that nothing beside it changes: a long form keeps its
 * note, and only a new answer with proof becomes a long form at once.
 */
export function answerEdits(
  { shape, entry, path, kind }: Pick<Question, "shape" | "entry" | "path" | "kind">,
  raw: RawObject,
  value: Raw,
  proof: GivenProof | undefined,
): readonly Edit[] {
  const edit = (at: string, written: Raw): Edit => ({ shape, entry, path: at, value: written });
  const stands = valueAt(raw, path.split("."));
  const isLong = isRawObject(stands) && (kind === "answer" || kind === "clause");
  const parts: RawObject = isRawObject(value) ? value : { status: value };
  const own = proof?.place.own === true ? proofParts(proof) : {};
  const beside = proof?.place.own === false ? proofParts(proof) : {};
  if (isLong)
    return Object.entries({ ...parts, ...own }).map(([key, each]) =>
      edit(`${path}.${key}`, each ?? null),
    );
  const isShort = Object.keys(own).length === 0;
  const holder = proof === undefined || proof.place.holder === "" ? "" : `${proof.place.holder}.`;
  return [
    edit(path, isShort ? value : { ...parts, ...own }),
    ...Object.entries(beside).map(([key, each]) => edit(`${holder}${key}`, each ?? null)),
  ];
}

function proofParts({ evidence, by }: GivenProof): RawObject {
  return {
    ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
    ...(by === undefined ? {} : { by }),
  };
}

/** What to write so that a field is unknown again. */
export function unansweredEdits(
  { shape, entry, path, kind }: Question,
  raw: RawObject,
): readonly Edit[] {
  const stands = valueAt(raw, path.split("."));
  const isLong = isRawObject(stands) && (kind === "answer" || kind === "clause");
  return [{ shape, entry, path: isLong ? `${path}.status` : path, value: "unknown" }];
}
