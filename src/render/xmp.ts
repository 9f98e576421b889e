import type { Report } from "../model/report.ts";
import { cleanText } from "./clean.ts";

/** The properties of a PDF as a description in XMP, with the mark of PDF/UA-1. */
export function writeProperties(report: Report): string {
  const xml = (text: string): string =>
    cleanText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(report.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(report.organisation)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${report.language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${report.asOf}T00:00:00Z</xmp:CreateDate>
<xmp:CreatorTool>${xml(report.producer)}</xmp:CreatorTool>
<pdf:Producer>${xml(report.producer)}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;
}
