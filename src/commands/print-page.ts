import type { Platform } from "../model/platform.ts";
import type { Page } from "../model/report.ts";
import type { CommonRequest } from "./workspace.ts";
import { wantsColour } from "./workspace.ts";

/** Prints a page to the terminal, or as Markdown. */
export async function printPage(
  page: Page,
  format: "text" | "md",
  request: CommonRequest,
  platform: Platform,
): Promise<void> {
  if (format === "md") {
    const { renderMarkdown } = await import("../render/markdown.ts");
    platform.print(renderMarkdown(page));
    return;
  }
  const { renderTerminal } = await import("../render/terminal.ts");
  const colour = wantsColour(request, platform);
  platform.print(renderTerminal(page, { width: platform.columns ?? 100, colour }));
}
