import type { Clause, ClauseItem } from "../model/clause.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Term } from "../model/glossary.ts";
import type { Language } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import { territorialWords } from "./territorial.ts";

/** The file of a clause's text in one language, from the tool's home. */
function fileOf(clause: Clause, language: Language): string {
  return `templates/clauses/${clause.id}/${language}.md`;
}

/** Items in which a term stands in one language and is lacking in another (D013). */
export function lintTerms(clause: Clause, terms: readonly Term[]): readonly Diagnostic[] {
  return terms.flatMap((term) =>
    clause.text.sv.items.flatMap((_, index) => lintTerm(clause, term, index)),
  );
}

function lintTerm(clause: Clause, term: Term, index: number): readonly Diagnostic[] {
  const has = (language: Language): boolean => {
    const item = clause.text[language].items[index];
    const text = item === undefined ? "" : textOf(item).toLowerCase();
    return term[language].stems.some((stem) => text.includes(stem.toLowerCase()));
  };
  const having = LANGUAGES.find(has);
  if (having === undefined) return [];
  return LANGUAGES.filter((language) => !has(language)).map((language) => {
    const item = `${clause.id} ${index + 1}`;
    const params = { item, term: term[having].name, language, wanted: term[language].name };
    return diagnose("D013", params, { file: fileOf(clause, language) });
  });
}

/** What a note says in which a clause answers for naming a place. */
const PROPORTIONATE = /proportion|oikeasuhtei/iu;

/** Texts that name a place, a nationality or an origin, in a clause whose notes do not ask whether that is proportionate (D006). */
export function lintPlaces(clause: Clause): readonly Diagnostic[] {
  return LANGUAGES.flatMap((language) => {
    const { items, decide, assumes } = clause.text[language];
    const notes = [
      ...decide,
      ...assumes,
      ...clause.parameters.map(({ text }) => text[language].why),
    ];
    if (notes.some((note) => PROPORTIONATE.test(note))) return [];
    const words = territorialWords(items.map(textOf).join("\n"), [language]);
    if (words.length === 0) return [];
    return [diagnose("D006", { where: clause.id, words }, { file: fileOf(clause, language) })];
  });
}

function textOf({ text, points, after }: ClauseItem): string {
  return [text, ...points, after ?? ""].join("\n");
}
