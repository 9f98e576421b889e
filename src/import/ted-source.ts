import type { LocalText } from "../model/values.ts";
import { allAt, attributeOf, childrenOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { Amount, Party } from "./notice.ts";
import { readCountry, readNumber } from "./party.ts";
import { derived, isUnpublished, missing, refused, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { readAmount } from "./values.ts";

/** A notice of the older TED XML: the form in its original language, and what every contract in it shares. */
export interface TedSource {
  readonly root: Element;
  readonly form: Element;
  /** `F03`, `F21` and so on. */
  readonly name: string;
  readonly object: Element | undefined;
  readonly lots: readonly Element[];
  readonly lotsByNumber: ReadonlyMap<string, readonly Element[]>;
  /** What F20 says about the contract after the modification. */
  readonly modified: Element | undefined;
}

/** Lot numbers in a text: they are written `1`, `1.` and `1, 2`. */
export function lotNumbers(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(/[,;]/u)
    .map((number) => number.trim().replace(/\.$/u, ""))
    .filter((number) => number !== "");
}

/** The lots of a notice by their numbers. */
export function byLotNumber(lots: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const lot of lots) {
    for (const number of lotNumbers(textAt(lot, "LOT_NO"))) {
      const known = found.get(number);
      if (known === undefined) found.set(number, [lot]);
      else known.push(lot);
    }
  }
  return found;
}

/** True when the buyer has not agreed to publish what is in the element. */
export function isUnpublishedIn(element: Element | undefined): boolean {
  return attributeOf(element, "PUBLICATION") === "NO";
}

/** Reads a text of a form as it stands, in the form's one language. */
export function readTedText(element: Element | undefined, from: string): Reading<LocalText> {
  const text = textOf(element);
  if (text === undefined) return missing();
  return isUnpublished(text) ? missing("withheld") : taken(text, from);
}

/** Reads the sum in `element`; its currency is an attribute. */
export function readTedAmount(element: Element | undefined, from: string): Reading<Amount> {
  return readAmount(textOf(element), attributeOf(element, "CURRENCY"), from);
}

/** A buyer or contractor; `element` holds the address, `around` the size of a contractor. */
export function readTedParty(element: Element, around: Element, key: string): Party {
  const at = element.name;
  const country = readCountry(
    attributeOf(firstAt(element, "COUNTRY"), "VALUE"),
    `${at}/COUNTRY/@VALUE`,
  );
  return {
    key,
    name: readTedText(firstAt(element, "OFFICIALNAME"), `${at}/OFFICIALNAME`),
    country,
    number: readNumber(textAt(element, "NATIONALID"), country, `${at}/NATIONALID`),
    size: readSize(around),
    subcontractors: missing(),
  };
}

/** The form asks only whether a contractor is small or medium-sized: no says large, yes no exact size. */
function readSize(contractor: Element): Party["size"] {
  if (firstAt(contractor, "NO_SME") !== undefined) {
    return derived("large", "CONTRACTOR/NO_SME", "not-small-or-medium");
  }
  return firstAt(contractor, "SME") === undefined
    ? missing()
    : refused("size-not-exact", "CONTRACTOR/SME", "SME");
}

/** The buyers of a notice, the leading one first. */
export function readBuyers(source: Pick<TedSource, "form">): readonly Party[] {
  const body = firstAt(source.form, "CONTRACTING_BODY");
  const addresses = [
    ...childrenOf(body, "ADDRESS_CONTRACTING_BODY"),
    ...childrenOf(body, "ADDRESS_CONTRACTING_BODY_ADDITIONAL"),
  ];
  return addresses.map((address, index) =>
    readTedParty(address, address, `buyer-${String(index + 1)}`),
  );
}

/** The contractors in `parent`: one below the other, or gathered in `CONTRACTORS`. */
export function contractorsIn(parent: Element | undefined): readonly Element[] {
  return [...childrenOf(parent, "CONTRACTOR"), ...allAt(parent, "CONTRACTORS", "CONTRACTOR")];
}
