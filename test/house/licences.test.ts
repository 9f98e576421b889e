import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}

const VETTED = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "OFL-1.1",
  "BlueOak-1.0.0",
]);

/** Packages whose licence was read in their own files, and why it will do. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  argparse: "Python-2.0, permissive; only the command of js-yaml uses it, which is not shipped",
  nub: "MIT/X11 is the MIT licence under its older name",
  "png-js": "names no licence in its package.json; its LICENSE is the MIT licence",
};

const lock = JSON.parse(
  readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const runtime = Object.entries(lock.packages).filter(
  ([path, each]) => path !== "" && each.dev !== true,
);
const nameOf = (path: string): string => path.replace(/^.*node_modules\//u, "");

test("every package that is shipped or needed at run time has a vetted licence", () => {
  expect(runtime.length).toBeGreaterThan(10);
  const odd = runtime.filter(
    ([path, { license }]) => !VETTED.has(license ?? "") && !(nameOf(path) in READ_BY_HAND),
  );
  expect(odd.map(([path, { license }]) => `${path}: ${license ?? "none named"}`)).toEqual([]);
});

test("no package is excused that is not there, or needs no excuse", () => {
  const needed = runtime
    .filter(([, { license }]) => !VETTED.has(license ?? ""))
    .map(([path]) => nameOf(path));
  expect(Object.keys(READ_BY_HAND).filter((name) => !needed.includes(name))).toEqual([]);
});
