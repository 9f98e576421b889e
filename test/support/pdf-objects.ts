/** An element of a PDF's structure, with what is under it. */
export interface TaggedElement {
  readonly type: string;
  readonly source: string;
  readonly children: readonly TaggedElement[];
}

/** The indirect objects of an uncompressed PDF by number, as the text between `obj` and `endobj`. */
export function readObjects(bytes: Uint8Array): ReadonlyMap<number, string> {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)];
  return new Map(objects.map(([, number, source]) => [Number(number), source ?? ""]));
}

/** The structure that a screen reader follows, from its root. */
export function readStructure(objects: ReadonlyMap<number, string>): TaggedElement {
  const root =
    [...objects.values()].find((source) => source.includes("/Type /StructTreeRoot")) ?? "";
  return readElement(root, objects);
}

function readElement(source: string, objects: ReadonlyMap<number, string>): TaggedElement {
  const [, kids = ""] = /\n\/K \[([\s\S]*?)\](?=\n)/u.exec(source) ?? [];
  const elements = kids.replace(/<<[\s\S]*?>>/gu, "").matchAll(/(\d+) 0 R/gu);
  return {
    type: /\n\/S \/(\w+)/u.exec(source)?.[1] ?? "",
    source,
    children: [...elements].map(([, number]) =>
      readElement(objects.get(Number(number)) ?? "", objects),
    ),
  };
}

/** The string in `source` under a name, such as `Title`. */
export function readString(source: string, name: string): string | undefined {
  const [, raw] = new RegExp(`/${name} \\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)`, "u").exec(source) ?? [];
  if (raw === undefined) return undefined;
  const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const text = raw.replace(/\\([\s\S])/gu, (_, letter: string) => escapes[letter] ?? letter);
  if (!text.startsWith("\u00fe\u00ff")) return text;
  return Buffer.from(text.slice(2), "latin1").swap16().toString("utf16le");
}

/** All elements of a structure in the order of reading. */
export function listElements(element: TaggedElement): readonly TaggedElement[] {
  return [element, ...element.children.flatMap(listElements)];
}
