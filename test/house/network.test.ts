import { expect, test } from "vitest";
import { placesOf, textFiles } from "./project-files.ts";

const SOURCES = textFiles(/^(src|bin)\/.*\.(ts|js|mjs)$/u);

test("no source imports a module that speaks to a network", () => {
  const modules =
    "(node:)?(net|http|https|http2|dns|dns/promises|tls|dgram|inspector|undici|cluster)";
  const imported = new RegExp(
    `(\\bfrom\\s*|\\bimport\\s*\\(?\\s*|\\brequire\\s*\\(\\s*)["']${modules}["']`,
    "gu",
  );
  expect(placesOf(imported, SOURCES)).toEqual([]);
});

test("no source asks the host for something over a network", () => {
  expect(
    placesOf(
      /\bfetch\s*\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|\bsendBeacon\b/gu,
      SOURCES,
    ),
  ).toEqual([]);
});

test("nothing that is shipped starts another program", () => {
  const sources = SOURCES.filter(({ path }) => !path.startsWith("src/dev/"));
  expect(placesOf(/["'](node:)?(child_process|worker_threads|vm)["']/gu, sources)).toEqual([]);
});

test("a page of a report loads nothing", () => {
  const parts = textFiles(/^templates\/report\//u);
  const loading =
    /<(script|iframe|object|embed|img|audio|video|source)\b[^>]*|<link\b[^>]*|@import\b[^;]*|url\(\s*["']?(?!data:|#)[^)]*\)/giu;
  const found = placesOf(loading, parts).filter((place) =>
    /https?:|\/\/|url\(|@import/u.test(place.replace(/^[^ ]+ /u, "")),
  );
  expect(found).toEqual([]);
});
