import { expect, test } from "vitest";
import { placesOf, projectPaths, textFiles } from "./project-files.ts";

const CODE = projectPaths().filter((path) => /^(src|test|bin)\//u.test(path));

/** The words that a path is made of, without its ending. */
function wordsOf(path: string): readonly string[] {
  return path.replace(/(\.[a-z]+)+$/u, "").split(/[/.-]/u);
}

test("files and folders of code are named in kebab-case", () => {
  const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/u;
  const odd = CODE.filter((path) => !kebab.test(path) && !path.endsWith("/README.md"));
  expect(odd).toEqual([]);
});

test("files of templates and schemas are named in kebab-case", () => {
  const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/u;
  // A vital function is named by its code in the register, which is in capitals.
  const told = /\/(README|CHANGES)\.md$|^templates\/(fonts\/|vital-functions\/VF\d\.yaml$)/u;
  const paths = projectPaths().filter((path) => /^(templates|schemas)\//u.test(path));
  expect(paths.filter((path) => !kebab.test(path) && !told.test(path))).toEqual([]);
});

test("no name says that a file holds a bit of everything", () => {
  const vague = /^(utils?|helpers?|common|misc|shared|managers?|services?|data|infos?|stuff)$/u;
  const odd = CODE.filter((path) => wordsOf(path).some((word) => vague.test(word)));
  expect(odd).toEqual([]);
});

test("there are no default exports but in the configuration of tools", () => {
  const files = textFiles(/^(src|test|bin)\/.*\.(ts|js|mjs)$/u).filter(
    ({ path }) =>
      !/^test\/house\/([a-z]+\.config\.(ts|js)|layers\.js|names\.test\.ts)$/u.test(path),
  );
  expect(placesOf(/^export default\b|\bas default\b/gmu, files)).toEqual([]);
});

test("no file but the library's door passes on what another exports", () => {
  const files = textFiles(/^src\/.*\.(ts|mjs)$/u).filter(({ path }) => path !== "src/index.ts");
  expect(placesOf(/^export (type )?(\*|\{[^}]*\})( as \w+)? from /gmu, files)).toEqual([]);
});

test("nothing holds a place for a real example", () => {
  const files = textFiles(
    /^(src|test|bin|templates|schemas|examples)\/.*\.(ts|js|mjs|json|ya?ml|md|hbs|css)$/u,
  ).filter(({ path }) => path !== "test/house/names.test.ts");
  expect(placesOf(/\b(foo|foobar|baz|qux|lorem ipsum)\b/giu, files)).toEqual([]);
});
