import Handlebars from "handlebars";

/** What a filled template becomes: text for a page, escaped, or plain text, left as it is. */
export type Medium = "html" | "text";

/**
 * Fills a Handlebars template. A name that `values` lacks throws, only own properties are read, the
 * helpers are Handlebars' own, and for `html` every value is escaped unless the template says not.
 */
export function fillTemplate(template: string, values: object, medium: Medium): string {
  const fill = Handlebars.create().compile(template, {
    strict: true,
    noEscape: medium === "text",
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return fill(values, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
