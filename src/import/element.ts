/** One element of an XML document. Text and elements keep their order in `content`. */
export interface Element {
  /** Local name; in a namespace that has a prefix in `PREFIXES`, `prefix:local`. */
  readonly name: string;
  /** By local name; namespace declarations and schema locations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (Element | string)[];
  /** The elements in `content` by name: a notice may have thousands of each. */
  readonly children: ReadonlyMap<string, readonly Element[]>;
}

/** The namespaces of eForms and of Hilma's national extension, with the prefixes used in this folder. */
export const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", "cac"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", "cbc"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2", "ext"],
  ["http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1", "efac"],
  ["http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1", "efbc"],
  ["http://data.europa.eu/p27/eforms-ubl-extensions/1", "efext"],
  ["urn:hanselHilma:NationalNoticeExtension", "hilma"],
]);

/** The elements in `parent`, of one name when it is given. */
export function childrenOf(parent: Element | undefined, name?: string): readonly Element[] {
  if (parent === undefined) return [];
  if (name !== undefined) return parent.children.get(name) ?? [];
  return parent.content.filter((part) => typeof part !== "string");
}

/** Every element reached from `start` by the names of `path`, in document order. */
export function allAt(start: Element | undefined, ...path: readonly string[]): readonly Element[] {
  let reached: readonly Element[] = start === undefined ? [] : [start];
  for (const name of path) reached = reached.flatMap((element) => childrenOf(element, name));
  return reached;
}

/** The first element reached from `start` by the names of `path`. */
export function firstAt(
  start: Element | undefined,
  ...path: readonly string[]
): Element | undefined {
  return allAt(start, ...path)[0];
}

/** Elements that end a line: their text does not run into the next. */
const LINES = new Set(["P", "BR"]);

/** The text in an element and below it, white space made single; undefined when there is none. */
export function textOf(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = collectText(element).normalize("NFC").replace(/\s+/gu, " ").trim();
  return text === "" ? undefined : text;
}

function collectText(element: Element): string {
  const text = element.content
    .map((part) => (typeof part === "string" ? part : collectText(part)))
    .join("");
  return LINES.has(element.name) ? ` ${text} ` : text;
}

/** The text of the first element reached by `path`. */
export function textAt(start: Element | undefined, ...path: readonly string[]): string | undefined {
  return textOf(firstAt(start, ...path));
}

/** The trimmed value of an attribute, undefined when it is absent or empty. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === "" ? undefined : value;
}

/** An element without content, for a part that a document left out. */
export function makeElement(name: string): Element {
  return { name, attributes: new Map(), content: [], children: new Map() };
}
