import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SHAPES } from "../../src/model/fields.ts";
import type { Shape } from "../../src/model/shape.ts";
import type { Raw, RawObject } from "../../src/model/values.ts";
import { isRawObject } from "../../src/model/values.ts";
import { amend } from "../../src/source/amend.ts";
import { openDocument } from "../../src/source/document.ts";
import { changedLines } from "../support/changed-lines.ts";
import { loadFiles } from "../support/register-of.ts";
import { PROJECT } from "../support/run-tool.ts";

/** Most lines that one answer may change. */
const MOST_LINES = 6;

/** A value of each kind that a register takes; a list and a reference need more than their kind. */
const VALUES: Readonly<Record<string, Raw>> = {
  span: "8 h",
  period: "6 months",
  "span-or-period": "6 months",
  share: "35 %",
  number: 2,
  day: "2026-05-10",
  country: "FI",
  currency: "EUR",
};

/** Shapes whose text refers to something, or is of a form of its own. */
const NOT_FREE = /-(?:id|ref)$|^(?:municipality|reason)$/u;
/** Shapes that are set as a whole, so that the test is not one of the ninety parameters of a clause. */
const WHOLE: Readonly<Record<string, Raw>> = {
  evidence: { kind: "document", ref: "12.3", date: "2026-05-10" },
};

function sample(name: string, shape: Shape): Raw | undefined {
  if (WHOLE[name] !== undefined) return WHOLE[name];
  if (shape.kind === "text") return NOT_FREE.test(name) ? undefined : "Obs: gäller #12, se bilaga";
  const word = shape.words?.find((each) => each !== "unknown");
  return VALUES[shape.kind] ?? word;
}

/** Pointers to what is not said in a value of a shape, with something to say there. */
function* blanks(
  value: Raw | undefined,
  name: string,
  pointer: string,
): Generator<readonly [string, Raw]> {
  const shape = SHAPES[name];
  if (shape === undefined || name === "parameters") return;
  const isSaid = value !== undefined && value !== null;
  if (!isSaid) {
    const said = sample(name, shape);
    if (said !== undefined) yield [pointer, said];
  }
  const isAnswer = shape.kind === "answer" || shape.kind === "clause";
  if (isAnswer && !isSaid && !pointer.endsWith("flow-down")) return;
  if (WHOLE[name] !== undefined || shape.kind === "text") return;
  if (isSaid && !isRawObject(value) && !isAnswer) return;
  for (const [key, field] of Object.entries(shape.fields ?? {}))
    // A class that is decided by hand needs a reason, in the same breath.
    if (key !== "because" && key !== "override")
      yield* blanks(isRawObject(value) ? value[key] : undefined, field, `${pointer}/${key}`);
}

function contractAt(text: string, index: number): RawObject {
  const found: RawObject[] = [];
  const fault = openDocument("r.yaml", text).read((key, at, value) => {
    if (key === "contracts" && at === index && isRawObject(value)) found.push(value);
  });
  expect(fault).toBeUndefined();
  return found[0] ?? {};
}

/** The files of an example by their path in it. */
function filesOf(example: string): Record<string, string> {
  const folder = `${PROJECT}examples/${example}`;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names
    .filter((name) => name.endsWith(".yaml"))
    .map(
      (name) => [name.replaceAll("\\", "/"), readFileSync(`${folder}/${name}`, "utf8")] as const,
    );
  return Object.fromEntries(files);
}

const COMMENT = /(?:^| )# .*$/gmu;

describe("what an example leaves blank is written into it, line by line, and the register still holds", () => {
  for (const [example, file, index] of [
    ["minimal", "register.yaml", 0],
    ["ten-contracts", "register.yaml", 4],
    ["kommun", "contracts/bildning.yaml", 0],
  ] as const)
    it(`${example}/${file}, contract ${index}`, () => {
      const files = filesOf(example);
      const original = files[file] ?? "";
      const contract = contractAt(original, index);
      let text = original;
      let written = 0;
      for (const [pointer, value] of blanks(contract, "contract", `/contracts/${index}`)) {
        const outcome = amend(text, [{ pointer, value }]);
        // A word of the format (`none`, `unknown`) may stand where the blank would be.
        if (!outcome.ok) expect([pointer, outcome.reason]).toEqual([pointer, "not-a-map"]);
        else {
          const lines = changedLines(text, outcome.text);
          expect([pointer, lines > 0 && lines <= MOST_LINES]).toEqual([pointer, true]);
          text = outcome.text;
          written += 1;
        }
      }
      expect(written).toBeGreaterThan(100);
      expect(text.match(COMMENT)).toEqual(original.match(COMMENT));
      // Throws with every error that validate would print.
      const { register } = loadFiles({ ...files, [file]: text });
      expect(register.contracts.length).toBeGreaterThan(0);
    });
});
