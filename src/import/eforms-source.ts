import type { Language, LocalText } from "../model/values.ts";
import { allAt, attributeOf, childrenOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { Announcement } from "./notice.ts";
import { isUnpublished, missing, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** What kind of notice holds the contracts; `veat` comes before a contract is concluded. */
export type EformsKind = "award" | "veat" | "modification";

/** An eForms notice with the parts that everything is read from. */
export interface EformsSource {
  readonly root: Element;
  readonly kind: EformsKind;
  /** Number of the form, for example `29`. */
  readonly subtype: string;
  /** Three letters, as in `languageID`. */
  readonly language: string | undefined;
  readonly result: Element;
  readonly extension: Element;
  readonly lots: ReadonlyMap<string, Element>;
  readonly tenders: ReadonlyMap<string, Element>;
  readonly tenderingParties: ReadonlyMap<string, Element>;
  /** Results that name a contract, or a tender, by its identifier. */
  readonly resultsOf: {
    readonly contract: ReadonlyMap<string, readonly Element[]>;
    readonly tender: ReadonlyMap<string, readonly Element[]>;
  };
  /** Contracts by identifier in Hilma's national extension. */
  readonly national: ReadonlyMap<string, Element>;
}

/** The parts of a notice that one contract refers to. */
export interface ContractParts {
  /** The contract's name inside the notice. */
  readonly key: string;
  readonly element: Element;
  readonly tenders: readonly Element[];
  /** False when it refers to a tender that the notice does not have. */
  readonly allTenders: boolean;
  readonly results: readonly Element[];
  readonly lots: readonly Element[];
}

/** What is the same for every contract of a notice. */
export interface EformsShared {
  readonly buyers: readonly string[];
  readonly parties: ReadonlySet<string>;
  readonly announcement: Announcement;
  /** Identifiers of tenders that stand in more than one contract. */
  readonly sharedTenders: ReadonlySet<string>;
}

/** The elements by their identifier; of two with one identifier the first. */
export function byIdentifier(elements: readonly Element[]): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elements) {
    const id = textAt(element, "cbc:ID");
    if (id !== undefined && !found.has(id)) found.set(id, element);
  }
  return found;
}

/** The elements by the identifiers that they refer to under one name. */
export function byReference(
  elements: readonly Element[],
  name: string,
): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of elements) {
    for (const id of new Set(referencesOf(element, name))) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [element]);
      else known.push(element);
    }
  }
  return found;
}

/** Identifiers of the elements of one name that `element` refers to. */
export function referencesOf(element: Element, name: string): readonly string[] {
  return allAt(element, name, "cbc:ID")
    .map(textOf)
    .filter((id) => id !== undefined);
}

/** Where a UBL element keeps its eForms part. */
export const EXTENSION_PATH = [
  "ext:UBLExtensions",
  "ext:UBLExtension",
  "ext:ExtensionContent",
  "efext:EformsExtension",
] as const;

/**
 * True when the buyer withholds one of the fields beside the marker, whatever stands in them: the
 * code is one of `codes`, or any when none is given.
 */
export function isWithheld(element: Element | undefined, ...codes: readonly string[]): boolean {
  const markers = [
    ...childrenOf(element, "efac:FieldsPrivacy"),
    ...allAt(element, ...EXTENSION_PATH, "efac:FieldsPrivacy"),
  ];
  return markers.some((marker) => {
    const code = textAt(marker, "efbc:FieldIdentifierCode");
    return codes.length === 0 || (code !== undefined && codes.includes(code));
  });
}

const LANGUAGES: Readonly<Record<string, Language>> = { SWE: "sv", FIN: "fi", ENG: "en" };

/**
 * Reads a text that stands once for each language. Two or more of ours become a map; otherwise the
 * text in the notice's own language is taken.
 */
export function readText(
  elements: readonly Element[],
  source: Pick<EformsSource, "language">,
  from: string,
): Reading<LocalText> {
  const texts = elements.flatMap((element) => {
    const text = textOf(element);
    return text === undefined ? [] : [{ text, language: attributeOf(element, "languageID") ?? "" }];
  });
  const own = texts.find(({ language }) => language === source.language) ?? texts[0];
  if (own === undefined) return missing();
  if (isUnpublished(own.text)) return missing("withheld");
  const ours: Partial<Record<Language, string>> = {};
  for (const { text, language } of texts) {
    const known = LANGUAGES[language];
    if (known !== undefined) ours[known] ??= text;
  }
  const different = new Set(Object.values(ours)).size > 1;
  return taken(different ? ours : own.text, from);
}

/** The lots that identifiers name; those that the notice does not have are left out. */
export function lotsOf(source: EformsSource, ids: readonly string[]): readonly Element[] {
  return ids.map((id) => source.lots.get(id)).filter((lot) => lot !== undefined);
}

/** The project that a lot, or the whole procedure, buys. */
export function projectOf(element: Element): Element | undefined {
  return firstAt(element, "cac:ProcurementProject");
}
