import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

const HEAD =
  /^<!-- Made by npm run generate of templates\/ and schemas\/\. Do not edit\. (\S+) (\S+) -->\n\n/u;

/**
 * A page's Markdown as the house formats it. Formatting takes most of the time of generating, so each page says
 * of what it was made and what came of it: where both are as they were, the file that lies there is right.
 */
export async function formatted(path: string, markdown: string): Promise<string> {
  const source = digestOf(markdown);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const [head = "", madeOf, cameOut] = HEAD.exec(before) ?? [];
  if (madeOf === source && cameOut === digestOf(before.slice(head.length))) return before;
  const { format } = await import("prettier");
  const text = await format(markdown, { parser: "markdown", printWidth: 100 });
  return `<!-- Made by npm run generate of templates/ and schemas/. Do not edit. ${source} ${digestOf(text)} -->\n\n${text}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
