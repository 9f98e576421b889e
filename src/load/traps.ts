import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import { SHAPES } from "../model/fields.ts";
import type { SourceDocument } from "../source/document.ts";

/** Keys that hold running text somewhere in a register. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(SHAPES).flatMap((shape) =>
    Object.entries(shape.fields ?? {})
      .filter(([, name]) => SHAPES[name]?.kind === "text" || SHAPES[name]?.kind === "id")
      .map(([key]) => key),
  ),
  ...["sv", "fi", "en"],
]);

/** Values that YAML reads otherwise than most people think. What is found is placed exactly. */
export function checkTraps(document: SourceDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const scalar of document.suspects()) {
    const { span, source } = scalar;
    const at = { file: document.file, span };
    if (!scalar.plain) continue;
    if (typeof scalar.value === "number" && /^[-+]?0\d+$/u.test(source)) {
      diagnostics.push(diagnose("S011", { source, read: scalar.value }, at));
    } else if (scalar.key === "country" || scalar.key === "origin") {
      if (source === "NO") diagnostics.push(diagnose("S023", {}, at));
    } else if (typeof scalar.value === "string" && TEXT_KEYS.has(scalar.key ?? "")) {
      if (cutByComment(document.text, span.end.offset)) {
        diagnostics.push(diagnose("Y012", { text: source }, at));
      }
    }
  }
  return diagnostics;
}

/**
 * One space, a number sign and something right after it (`Avtal #12`): a comment to YAML, seldom meant
 * as one. People and formatters write a comment with a space after the sign.
 */
function cutByComment(text: string, end: number): boolean {
  return /^ #[^\s#]/u.test(text.slice(end, end + 3));
}
