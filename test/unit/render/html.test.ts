import { expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/values.ts";
import { renderHtml } from "../../../src/render/html.ts";
import { RENDER_ASSETS } from "../../support/render-assets.ts";
import { renderSample, renderSampleOf } from "../../support/render-sample.ts";

const EMPTY = new Set(["meta", "path", "rect", "col", "br", "hr", "img", "input", "link"]);
const pages = LANGUAGES.map(
  (language) => [language, renderHtml(renderSample(language), RENDER_ASSETS)] as const,
);
const [[, page]] = pages as [(typeof pages)[number]];

interface Found {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The elements of a page in order; throws when one is not closed where it should be. */
function parse(html: string): readonly Found[] {
  const found: Found[] = [];
  const open: string[] = [];
  const body = html.replace(/<style>[\s\S]*?<\/style>/u, "").replace("<!doctype html>", "");
  for (const [, close, name = "", rest = ""] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<]*")?)*)\s*\/?>/gu,
  )) {
    if (close === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const attributes = [...rest.matchAll(/([a-zA-Z-]+)="([^"]*)"/gu)];
    found.push({
      name,
      attributes: new Map(attributes.map(([, key = "", value = ""]) => [key, value])),
    });
    if (!EMPTY.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(" ")}`);
  return found;
}

function named(html: string, ...names: string[]): readonly Found[] {
  return parse(html).filter(({ name }) => names.includes(name));
}

test.each(pages)("the page in %s is well formed and says its language", (language, html) => {
  const [root, ...rest] = parse(html);
  expect([root?.name, root?.attributes.get("lang")]).toEqual(["html", language]);
  expect(rest.length).toBeGreaterThan(200);
  expect(html.startsWith("<!doctype html>\n<html")).toBe(true);
});

test("every `<` in the page begins an element of ours", () => {
  const body = page.replace(/<style>[\s\S]*?<\/style>/u, "").replace("<!doctype html>", "");
  const names = new Set([...body.matchAll(/<\/?([^\s>]*)/gu)].map(([, name]) => name));
  const ours =
    "html head meta title style body a header p span h1 h2 h3 div nav ol li main strong section dl dt dd figure figcaption svg path rect text ul table caption thead tbody tr th td code footer time";
  expect([...names].filter((name) => !ours.split(" ").includes(name ?? ""))).toEqual([]);
});

test("nothing is fetched from anywhere and nothing runs", () => {
  const references = parse(page).flatMap(({ attributes }) =>
    ["src", "srcset", "href", "data", "action", "poster", "xlink:href", "style"].flatMap(
      (key) => attributes.get(key) ?? [],
    ),
  );
  expect(references.filter((reference) => !reference.startsWith("#"))).toEqual([
    "https://www.finlex.fi/",
  ]);
  expect(
    parse(page).flatMap(({ attributes }) =>
      [...attributes.keys()].filter((key) => key.startsWith("on")),
    ),
  ).toEqual([]);
  expect(named(page, "script", "link", "iframe", "object", "embed", "base", "form")).toEqual([]);
  expect(RENDER_ASSETS.css).not.toMatch(/url\(|@import|expression|image-set/u);
});

test("headings begin with one first and skip no level", () => {
  const levels = parse(page).flatMap(({ name }) =>
    /^h[1-6]$/u.test(name) ? [Number(name[1])] : [],
  );
  expect(levels).toEqual([1, 2, 3, 2, 3]);
});

test("no identifier is there twice, and every link and label inside the page finds its own", () => {
  const elements = parse(page);
  const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = elements.flatMap(({ attributes }) => [
    ...(attributes.get("href")?.startsWith("#") === true ? [attributes.get("href")?.slice(1)] : []),
    ...(attributes.get("aria-labelledby") ?? [])
      .toString()
      .split(" ")
      .filter((id) => id !== ""),
  ]);
  expect(targets.length).toBeGreaterThan(6);
  expect(targets.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});

test("tables have captions, and their heads say what they are the head of", () => {
  expect(named(page, "table")).toHaveLength(2);
  expect(named(page, "caption")).toHaveLength(2);
  const scopes = named(page, "th").map(({ attributes }) => attributes.get("scope"));
  expect(scopes.filter((scope) => scope === "col")).toHaveLength(6);
  expect(scopes.filter((scope) => scope === "row")).toHaveLength(31);
  expect(named(page, "td")).toHaveLength(30 * 3 + 1);
});

test("the numbers of a chart are there as text", () => {
  expect(page).toContain("<li>Nödsändarsystemunderhåll: 39–64 %</li>");
});

test("a style sheet cannot end its element", () => {
  const html = renderHtml(renderSampleOf("sv", []), {
    ...RENDER_ASSETS,
    css: "</style><script>x</script>",
  });
  expect(html.replace(/<style>[\s\S]*?<\/style>/u, "")).not.toContain("<script>");
});

test("a template that asks for what is not there fails", () => {
  const render = (template: string) => () =>
    renderHtml(renderSampleOf("sv", []), { page: template, css: "" });
  expect(render("{{titel}}")).toThrow(/titel/u);
  expect(render("{{constructor}}{{title.constructor}}")).toThrow();
});
