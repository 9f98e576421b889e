import { SaxesParser } from "saxes";
import type { SaxesTagNS } from "saxes";
import { PREFIXES } from "./element.ts";
import type { Element } from "./element.ts";

/** Why a text was not read as XML. */
export const XML_REFUSALS = [
  "not-xml",
  "document-type",
  "unknown-entity",
  "too-large",
  "too-deep",
  "too-many-elements",
] as const;
/** One reason why a text was not read as XML. */
export type XmlRefusal = (typeof XML_REFUSALS)[number];

/** A document's root element and its namespace, or the reason why there is none. */
export type XmlReading =
  | { readonly ok: true; readonly root: Element; readonly namespace: string }
  | { readonly ok: false; readonly reason: XmlRefusal };

/** Bounds on what is read: characters, elements within elements, elements in all. */
export interface XmlLimits {
  readonly characters: number;
  readonly depth: number;
  readonly elements: number;
}

/** Ten times the largest notices seen. */
const XML_LIMITS: XmlLimits = { characters: 20_000_000, depth: 100, elements: 500_000 };

interface OpenElement extends Element {
  readonly content: (Element | string)[];
  readonly children: Map<string, Element[]>;
}

class Refused extends Error {
  readonly reason: XmlRefusal;

  constructor(reason: XmlRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Reads XML into a tree. Document type declarations are refused, and with them every entity but the
 * five that XML has; so are texts beyond the limits. Never throws.
 */
export function parseXml(text: string, limits: XmlLimits = XML_LIMITS): XmlReading {
  if (text.length > limits.characters) return { ok: false, reason: "too-large" };
  try {
    return build(text, limits);
  } catch (thrown) {
    return { ok: false, reason: thrown instanceof Refused ? thrown.reason : "not-xml" };
  }
}

function build(text: string, limits: XmlLimits): XmlReading {
  const open: OpenElement[] = [];
  let root: { readonly element: Element; readonly namespace: string } | undefined;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", (error) => {
    throw new Refused(/undefined entity/u.test(error.message) ? "unknown-entity" : "not-xml");
  });
  parser.on("doctype", () => {
    throw new Refused("document-type");
  });
  parser.on("opentag", (tag) => {
    const element = elementOf(tag);
    const parent = open.at(-1);
    if (parent !== undefined) addChild(parent, element);
    root ??= { element, namespace: tag.uri };
    open.push(element);
    count += 1;
    if (open.length > limits.depth) throw new Refused("too-deep");
    if (count > limits.elements) throw new Refused("too-many-elements");
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (part: string): void => {
    open.at(-1)?.content.push(part);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (root === undefined) return { ok: false, reason: "not-xml" };
  return { ok: true, root: root.element, namespace: root.namespace };
}

function addChild(parent: OpenElement, child: Element): void {
  parent.content.push(child);
  const same = parent.children.get(child.name);
  if (same === undefined) parent.children.set(child.name, [child]);
  else same.push(child);
}

function elementOf(tag: SaxesTagNS): OpenElement {
  const prefix = PREFIXES.get(tag.uri);
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.uri === "") attributes.set(attribute.local, attribute.value);
  }
  return {
    name: prefix === undefined ? tag.local : `${prefix}:${tag.local}`,
    attributes,
    content: [],
    children: new Map(),
  };
}
