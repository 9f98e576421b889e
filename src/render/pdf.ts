import PDFDocument from "pdfkit";
import type { Report } from "../model/report.ts";
import { cleanText } from "./clean.ts";
import { readGlyphs } from "./glyphs.ts";
import { drawPages } from "./pdf-draw.ts";
import { layOut } from "./pdf-layout.ts";
import { PAGE, type Look } from "./pdf-style.ts";
import { writeProperties } from "./xmp.ts";

/** The bytes of two TrueType fonts. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

type Document = PDFKit.PDFDocument;

/** A report as PDF: A4, tagged and titled, built to PDF/UA-1. The same report and fonts give the same bytes. */
export async function renderPdf(report: Report, fonts: Fonts): Promise<Uint8Array> {
  const document = openDocument(report, fonts);
  const bytes = collect(document);
  const pages = layOut(report, { measure: measureWith(document), draws: drawnBy(fonts) });
  drawPages(document, pages);
  document.end();
  return bytes;
}

function openDocument(report: Report, fonts: Fonts): Document {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: report.language,
    font: "",
    info: {
      Title: cleanText(report.title),
      Author: cleanText(report.organisation),
      Creator: cleanText(report.producer),
      Producer: cleanText(report.producer),
      /* The only date that a document carries; the identifier of the file is made of these too. */
      CreationDate: new Date(`${report.asOf}T00:00:00Z`),
    },
  });
  document.registerFont("regular", fonts.regular);
  document.registerFont("bold", fonts.bold);
  /* PDFKit writes the properties into its XML unescaped: replace that step by one that escapes and marks PDF/UA. */
  return Object.assign(document, { _addInfo: () => document.appendXML(writeProperties(report)) });
}

function collect(document: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("error", reject);
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}

/** Widths by font and text, counted once at a size of 1000 points. */
function measureWith(document: Document): (text: string, look: Look) => number {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, { font, size }) => {
    let width = known[font].get(text);
    if (width === undefined) {
      width = document.font(font).fontSize(1000).widthOfString(text);
      known[font].set(text, width);
    }
    return (width * size) / 1000;
  };
}

function drawnBy({ regular, bold }: Fonts): (codePoint: number) => boolean {
  const glyphs = [readGlyphs(regular), readGlyphs(bold)];
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const answer = known.get(codePoint) ?? glyphs.every((glyphOf) => glyphOf(codePoint) !== 0);
    known.set(codePoint, answer);
    return answer;
  };
}
