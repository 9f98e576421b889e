// Run from anywhere: node test/house/sizes.js
// Prints how long the files of each room are, so that a review sees the drift. Nothing fails by it.
import { readFileSync, readdirSync } from "node:fs";

const SRC = new URL("../../src/", import.meta.url);
const LONG = 200;

const files = readdirSync(SRC, { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|mjs)$/u.test(path))
  .map((path) => ({ path, lines: readFileSync(new URL(path, SRC), "utf8").split("\n").length - 1 }))
  // Generated files are as long as what they are made of.
  .filter(
    ({ path }) =>
      !/^model\/(field-examples|(catalogue-)?fields)\.ts$/u.test(path) &&
      !path.includes("/generated/"),
  )
  .sort((left, right) => left.lines - right.lines);

const at = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.lines ?? 0;
const row = (name, sorted) =>
  `${name.padEnd(12)}${[sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 1)].map((each) => String(each).padStart(9)).join("")}`;

const lines = [`${"room".padEnd(12)}    files   median      90 %  longest`, row("all", files)];
for (const room of [...new Set(files.map(({ path }) => path.split("/")[0]))].sort()) {
  lines.push(
    row(
      room,
      files.filter(({ path }) => path.split("/")[0] === room),
    ),
  );
}
const long = files.filter(({ lines: count }) => count > LONG).reverse();
lines.push(
  "",
  `Longer than ${LONG} lines:`,
  ...long.map((each) => `${String(each.lines).padStart(6)}  src/${each.path}`),
);
process.stdout.write(`${lines.join("\n")}\n`);
