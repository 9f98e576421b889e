import type { LaidOut } from "./pdf-layout.ts";
import type { Pages } from "./pdf-pages.ts";
import { PAGE } from "./pdf-style.ts";
import type { Mark, Placed, Tag } from "./pdf-strip.ts";

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** Draws pages into a document that has none yet: bookmarks, what runs along them, and the structure. */
export function drawPages(document: Document, pages: LaidOut): void {
  for (let page = 0; page < pages.count; page += 1) document.addPage();
  drawArtifacts(document, pages.artifacts, "Layout", pages);
  drawArtifacts(document, pages.running, "Pagination", pages);
  drawDestinations(document, pages);
  const root = document.struct(pages.root.type);
  document.addStructure(root);
  drawChildren(document, pages.root, root, pages);
  root.end();
}

function drawArtifacts(
  document: Document,
  artifacts: readonly (readonly Mark[])[],
  type: "Layout" | "Pagination",
  pages: Pages,
): void {
  for (const [page, marks] of artifacts.entries()) {
    if (marks.length === 0) continue;
    document.switchToPage(page);
    document.markContent("Artifact", { type });
    for (const mark of marks) drawMark(document, mark, pages);
    document.endMarkedContent();
  }
}

/** Bookmarks, and the places that links lead to. */
function drawDestinations(document: Document, pages: Pages): void {
  const open: { depth: number; item: PDFKit.PDFOutline }[] = [{ depth: 1, item: document.outline }];
  for (const { heading, page, y } of pages.bookmarks) {
    document.switchToPage(page);
    document.addNamedDestination(heading.id, "XYZ", 0, Math.max(0, y - 12), null);
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    const place = {
      expanded: heading.depth === 2,
      fit: false,
      top: Math.max(0, y - 12),
      left: PAGE.width,
      pageNumber: page,
    };
    const item = open.at(-1)?.item.addItem(heading.text, place);
    if (item !== undefined) open.push({ depth: heading.depth, item });
  }
}

function drawChildren(document: Document, tag: Tag, element: Element, pages: Pages): void {
  let together: Placed[] = [];
  const flush = (): void => {
    drawTogether(document, together, element, pages);
    together = [];
  };
  for (const child of tag.children) {
    if ("type" in child) {
      flush();
      const inner = makeElement(document, child);
      element.add(inner);
      drawChildren(document, child, inner, pages);
      inner.end();
      continue;
    }
    if (together.some(({ page }) => page !== child.page)) flush();
    together.push(child);
  }
  flush();
}

/** Draws what stands on one page in one element as one piece of its content. */
function drawTogether(
  document: Document,
  inks: readonly Placed[],
  element: Element,
  pages: Pages,
): void {
  const [first] = inks;
  if (first === undefined) return;
  document.switchToPage(first.page);
  element.add(() => {
    for (const mark of inks.flatMap(({ marks }) => marks)) drawMark(document, mark, pages);
  });
  for (const { link } of inks) {
    if (link === undefined) continue;
    const options: object = { structParent: element, Contents: new String(link.text) };
    const { x, y, width, height, target } = link;
    if ("address" in target) document.link(x, y, width, height, target.address, options);
    else document.goTo(x, y, width, height, target.heading, options);
  }
}

function makeElement(document: Document, { type, alt, scope, box, numbering }: Tag): Element {
  const options: object = {
    ...(alt === undefined ? {} : { alt }),
    ...(scope === undefined ? {} : { scope }),
    ...(box === undefined ? {} : { bbox: box }),
  };
  if (box !== undefined) document.switchToPage(0);
  const element = document.struct(type, options);
  if (numbering !== undefined && hasDictionary(element)) {
    element.dictionary.data["A"] = { O: "List", ListNumbering: numbering };
  }
  return element;
}

/** The part of an element that PDFKit has but its types leave out. */
function hasDictionary(
  element: object,
): element is { dictionary: { data: Record<string, unknown> } } {
  return "dictionary" in element;
}

function drawMark(document: Document, mark: Mark, pages: Pages): void {
  switch (mark.kind) {
    case "rect":
      document.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.colour);
      return;
    case "line":
      document
        .lineWidth(mark.thick)
        .moveTo(mark.x1, mark.y)
        .lineTo(mark.x2, mark.y2)
        .stroke(mark.colour);
      return;
    case "text": {
      const { look, anchor } = mark;
      const text = typeof mark.text === "string" ? mark.text : pageOf(mark.text.pageOf.id, pages);
      document.font(look.font).fontSize(look.size).fillColor(look.colour);
      const width = anchor === undefined ? 0 : document.widthOfString(text);
      const x = mark.x - (anchor === "end" ? width : width / 2);
      document.text(text, x, mark.y, { lineBreak: false, baseline: "alphabetic" });
    }
  }
}

function pageOf(id: string, pages: Pages): string {
  const found = pages.bookmarks.find(({ heading }) => heading.id === id);
  return found === undefined ? "" : String(found.page + 1);
}
