/** An item of a clause as its Markdown file writes it. */
export interface Item {
  text: string;
  readonly points: string[];
  after: string;
}

/** The items of a clause's Markdown; throws at a line that belongs to none. */
export function parseItems(markdown: string): Item[] {
  const items: Item[] = [];
  for (const [index, line] of markdown.split("\n").entries()) {
    if (line.trim() === "") continue;
    const numbered = /^(\d+)\. +(\S.*)$/u.exec(line);
    const lettered = /^ {3,4}([a-z])\) (\S.*)$/u.exec(line);
    const item = items.at(-1);
    if (numbered !== null) {
      if (Number(numbered[1]) !== items.length + 1) throw new Error(`line ${index + 1}: number`);
      items.push({ text: numbered[2] ?? "", points: [], after: "" });
    } else if (lettered !== null && item !== undefined) {
      const letter = String.fromCharCode("a".charCodeAt(0) + item.points.length);
      if (lettered[1] !== letter || item.after !== "") throw new Error(`line ${index + 1}: letter`);
      item.points.push(lettered[2] ?? "");
    } else if (/^ {3,4}\S/u.test(line) && item !== undefined && item.points.length > 0) {
      item.after += line.trim();
    } else {
      throw new Error(`line ${index + 1} belongs to no item`);
    }
  }
  return items;
}

/** A blank or the opening of a choice. */
export const MARK = /\{\{(#if )?([a-z][a-z0-9-]*)\}\}/gu;

/** The blanks of a text, sorted; a choice is written `#if name`. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(MARK)].map((match) => `${match[1] ?? ""}${match[2] ?? ""}`).sort();
}

/** What must be the same in every language: the blanks of the item, of each point, and of what follows. */
export function shapeOf(items: readonly Item[]): string[][][] {
  return items.map((item) => [item.text, ...item.points, item.after].map(marksIn));
}
