import type { ExampleWord } from "../model/profile.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Language, Raw, RawObject } from "../model/values.ts";
import { LANGUAGES, isRawList } from "../model/values.ts";
import type { ReachFor } from "./reach-for.ts";

/** An example in the organisation's language, from the profile: never a name. */
function exampleWord(word: ExampleWord, reach: ReachFor): string {
  return reach.context.profile.exampleWords[word][languageOf(reach)];
}

/** An example of a role that leads something. */
export function exampleOwner(reach: ReachFor): string {
  return exampleWord("owner", reach);
}

/** An example of a significant whole of procurement and the role that leads it. */
export function exampleWhole(reach: ReachFor): RawObject {
  return { name: exampleWord("whole", reach), owner: exampleOwner(reach) };
}

/** An example of what can be recorded in a field, other than `not`; undefined where none is known. */
export function recordedValue(
  path: string,
  not: Raw | undefined,
  reach: ReachFor,
): Raw | undefined {
  const found = shapeAt(reach.shape, path.split("."));
  if (found === undefined) return undefined;
  if (found.name === "role")
    return exampleWord(path.endsWith(".deputy") ? "deputy" : "owner", reach);
  switch (found.shape.kind) {
    case "day":
      return reach.asOf;
    case "span":
      return reach.at.scale("rto") ?? "4 h";
    case "period":
      return "12 months";
    case "number":
      return 1;
    case "share":
      return "50 %";
    case "text":
      return path === "general-terms.version" ? "2014" : undefined;
    // That it does not hold is an answer too, and claims nothing.
    case "answer":
      return not === "no" ? "yes" : "no";
    case "word":
      return found.shape.words?.find(
        (word) => word !== not && word !== "none" && word !== "unknown",
      );
    // Lists, blocks and codes are the organisation's own.
    default:
      return undefined;
  }
}

/** The organisation's leading language; English where it has not said. */
function languageOf({ context }: ReachFor): Language {
  const languages = context.register.organisation.raw["languages"];
  const first = isRawList(languages) ? languages[0] : undefined;
  return LANGUAGES.find((each) => each === first) ?? "en";
}
