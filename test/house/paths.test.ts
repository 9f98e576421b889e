import { expect, test } from "vitest";
import { placesOf, textFiles } from "./project-files.ts";

// The patterns are put together, so that this file does not hold what it looks for.
const FILES = textFiles(/./u);
const slash = "/";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

test("nothing names a folder of the machine it was written on", () => {
  const folders = [
    "work",
    "tmp/bash_jobs",
    "home/[a-z][\\w-]*",
    "root",
    "Users/[A-Za-z][\\w-]*",
  ].join("|");
  const path = new RegExp(
    `(?<![\\w.:)}\\]>~*$/-])${slash}(${folders})(?=[/\\s"'\`.,;:)]|$)[^\\s"'\`]*`,
    "gmu",
  );
  expect(placesOf(path, FILES)).toEqual([]);
});

test("nothing names a registry of packages", () => {
  const hosts = [
    "registry\\.[a-z0-9-]+\\.[a-z]+",
    "[a-z.]*npmjs\\.(com|org)",
    "[a-z0-9.-]+\\.pkg\\.github\\.com",
    "unpkg\\.com",
    "jsdelivr\\.net",
  ];
  const host = new RegExp(`https?:${slash}${slash}(${hosts.join("|")})[^\\s"']*`, "giu");
  expect(placesOf(host, FILES)).toEqual([]);
});

test("the lock file names packages by version and hash, not by address", () => {
  const lock = FILES.filter(({ path }) => path === "package-lock.json");
  expect(lock).toHaveLength(1);
  const { packages } = JSON.parse(lock[0]?.text ?? "{}") as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const locked = Object.entries(packages).filter(([path]) => path !== "");
  expect(locked.length).toBeGreaterThan(10);
  const addressed = locked.filter(
    ([, each]) => each.resolved !== undefined || /[:/]/u.test(each.version ?? ""),
  );
  expect(addressed.map(([path]) => path)).toEqual([]);
  const unsure = locked.filter(([, each]) => each.integrity === undefined);
  expect(unsure.map(([path]) => path)).toEqual([]);
});

test("nothing gives an address to download from", () => {
  const archive = new RegExp(
    `https?:${slash}${slash}[^\\s"'<>)]+\\.(tgz|tar\\.gz|tar\\.xz|zip|exe|msi|dmg|whl|deb)\\b`,
    "giu",
  );
  expect(placesOf(archive, FILES)).toEqual([]);
});
