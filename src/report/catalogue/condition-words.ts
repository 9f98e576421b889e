import type { Condition, Operand, Test } from "../../model/condition.ts";
import type { Inline } from "../../model/report.ts";
import { code, text } from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";

/** Stand for the field and the value while a sentence is said, so that both can be set as code in it. */
const FIELD = "\u{E000}";
const VALUE = "\u{E001}";

/** A condition in words: what joins its parts, and each part; a part with parts of its own is told in one line. */
export function conditionParts(
  condition: Condition,
  brief: CatalogueBrief,
): { readonly lead: string; readonly parts: readonly (readonly Inline[])[] } {
  const { say } = brief.wording;
  if (condition.join === "test") return { lead: "", parts: [testWords(condition, brief)] };
  return {
    lead: say(`explain.join.${condition.join}`),
    parts: condition.of.map((part) => inOneLine(part, brief)),
  };
}

/** A condition in one line. */
function inOneLine(condition: Condition, brief: CatalogueBrief): readonly Inline[] {
  if (condition.join === "test") return testWords(condition, brief);
  const lead = brief.wording.say(`explain.join.${condition.join}`);
  return [
    text(`${lead}: (`),
    ...condition.of.flatMap((part, index) => [
      ...(index === 0 ? [] : [text("; ")]),
      ...inOneLine(part, brief),
    ]),
    text(")"),
  ];
}

/** A condition as plain text. */
export function conditionText(condition: Condition, brief: CatalogueBrief): string {
  return inOneLine(condition, brief)
    .map((piece) => piece.text)
    .join("");
}

function testWords({ field, word, operand }: Test, brief: CatalogueBrief): readonly Inline[] {
  const sentence = brief.wording.say(`explain.words.${word}`, { field: FIELD, value: VALUE });
  return sentence.split(/([\u{E000}\u{E001}])/u).flatMap((piece) => {
    if (piece === FIELD) return fieldWords(field, brief);
    if (piece === VALUE) return operandWords(operand, brief);
    return piece === "" ? [] : [text(piece)];
  });
}

/** A field by its name, where it has one, and its path. */
export function fieldWords(
  field: string,
  { wording: { say, has } }: CatalogueBrief,
): readonly Inline[] {
  const fact = /^fact\.(.+)$/u.exec(field)?.[1];
  const keys =
    fact === undefined
      ? [`terms.fields.${field}.name`, `catalogue.names.${field}`]
      : [`catalogue.facts.${fact}.name`];
  const key = keys.find(has);
  return key === undefined ? [code(field)] : [text(`${say(key)} (`), code(field), text(")")];
}

function operandWords(operand: Operand, { wording, write }: CatalogueBrief): readonly Inline[] {
  switch (operand.kind) {
    case "literal":
      return [code(write(operand.value))];
    case "scale":
      return [text(wording.say("explain.scale-of-class", { scale: operand.scale }))];
    case "parameter":
      return [code(operand.parameter)];
  }
}
