import { childrenOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { NoticeProcedure } from "./notice.ts";
import { derived, missing, refused } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** The marks for procedures in every form, with the register's word for each. */
const PROCEDURES: Readonly<Record<string, NoticeProcedure>> = {
  PT_OPEN: "open",
  PT_RESTRICTED: "restricted",
  PT_COMPETITIVE_NEGOTIATION: "negotiated",
  PT_NEGOTIATED_WITH_PRIOR_CALL: "negotiated",
  PT_INVOLVING_NEGOTIATION: "negotiated",
  PT_COMPETITIVE_DIALOGUE: "competitive-dialogue",
  PT_INNOVATION_PARTNERSHIP: "innovation-partnership",
  PT_AWARD_CONTRACT_WITHOUT_CALL: "direct-award",
  PT_AWARD_CONTRACT_WITHOUT_PUBLICATION: "direct-award",
  PT_NEGOTIATED_WITHOUT_PUBLICATION: "direct-award",
  PT_NEGOTIATED_WITHOUT_PRIOR_CALL: "direct-award",
  PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION: "other",
};

const DIRECTIVE = /^DIRECTIVE_/u;
const MARK = /^PT_/u;

/** Reads the procedure: a mark in `PROCEDURE`, in F15 below the directive that it rests on. */
export function readTedProcedure(procedure: Element | undefined): Reading<NoticeProcedure> {
  const directives = childrenOf(procedure).filter((child) => DIRECTIVE.test(child.name));
  const marks = [procedure, ...directives]
    .flatMap((parent) => childrenOf(parent))
    .map((child) => child.name)
    .filter((name) => MARK.test(name));
  const [mark, ...others] = marks;
  if (mark === undefined) return missing();
  if (others.some((other) => other !== mark)) return refused("several-kinds", "PROCEDURE", mark);
  const word = Object.hasOwn(PROCEDURES, mark) ? PROCEDURES[mark] : undefined;
  return word === undefined
    ? refused("unknown-code", "PROCEDURE", mark)
    : derived(word, `PROCEDURE/${mark}`, "code-translated");
}
