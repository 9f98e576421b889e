import type { Report } from "../model/report.ts";
import type { PageParts } from "./html.ts";
import type { Fonts } from "./pdf.ts";
import type { TerminalSize } from "./terminal.ts";

/** What renderers are given besides the report; the caller reads it, so that they read nothing. */
export interface Assets extends PageParts {
  readonly fonts: Fonts;
  readonly terminal: TerminalSize;
}

/** Draws a report: text for formats that are text, bytes for the others. */
export type Render = (report: Report, assets: Assets) => Promise<string | Uint8Array>;

/** A form that a report can take. */
export interface Format {
  /** Of a file, with its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Loads the renderer when it is wanted: some take long to load. */
  readonly load: () => Promise<Render>;
}

/** The forms of a document, by the name that a user gives. */
export const FORMATS = {
  terminal: {
    extension: ".txt",
    mediaType: "text/plain; charset=utf-8",
    load: async () => {
      const { renderTerminal } = await import("./terminal.ts");
      return async (report, { terminal }) => renderTerminal(report, terminal);
    },
  },
  md: {
    extension: ".md",
    mediaType: "text/markdown; charset=utf-8",
    load: async () => {
      const { renderMarkdown } = await import("./markdown.ts");
      return async (report) => renderMarkdown(report);
    },
  },
  html: {
    extension: ".html",
    mediaType: "text/html; charset=utf-8",
    load: async () => {
      const { renderHtml } = await import("./html.ts");
      return async (report, parts) => renderHtml(report, parts);
    },
  },
  pdf: {
    extension: ".pdf",
    mediaType: "application/pdf",
    load: async () => {
      const { renderPdf } = await import("./pdf.ts");
      return async (report, { fonts }) => renderPdf(report, fonts);
    },
  },
  /* docx: extension ".docx", media type application/vnd.openxmlformats-officedocument.wordprocessingml.document, from ./docx.ts */
} as const satisfies Readonly<Record<string, Format>>;

/** The name of a form that a document can take. */
export type FormatName = keyof typeof FORMATS;
