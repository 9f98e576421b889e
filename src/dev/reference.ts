import { FACTS } from "../assess/facts.ts";
import { yamlText } from "../commands/yaml-text.ts";
import { loadCatalogue } from "../load/catalogue.ts";
import { profileNames, yamlOf } from "../load/shipped.ts";
import type { Language } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import { nodePlatform } from "../platform/node.ts";
import { renderMarkdown, slugsByAnchor } from "../render/markdown.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import { makeFormat } from "../wording/format.ts";
import { loadWording } from "../wording/load-words.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { keepFresh, keepOnly } from "./keep-fresh.ts";
import { formatted } from "./reference/formatted.ts";
import { referencePages } from "./reference/pages.ts";

/** The reference: a folder of pages for each language, made of the files of the catalogue. */
const FOLDER = "docs/reference";

const platform = nodePlatform();
const catalogue = loadCatalogue(platform, "standard");
const profiles = profileNames(platform).map((name) => loadCatalogue(platform, name).profile);

function briefIn(language: Language): CatalogueBrief {
  const areas = ["catalogue", "command", "diagnostics", "explain", "report", "terms"] as const;
  const wording = loadWording(language, areas, (path) => {
    const file = `templates/wording/${path}`;
    return yamlOf(file, new TextDecoder().decode(platform.readFile(`${platform.home}/${file}`)));
  });
  const words = makeFormat(language);
  return { catalogue, profiles, facts: FACTS, wording, format: words, write: yamlText };
}

async function pagesIn(language: Language): Promise<readonly GeneratedFile[]> {
  const pages = referencePages(briefIn(language));
  const addresses = new Map<string, string>(
    [...pages].flatMap(([name, page]) =>
      [...slugsByAnchor(page)].map(([anchor, slug]) => [anchor, `${name}.md#${slug}`] as const),
    ),
  );
  for (const name of pages.keys()) addresses.set(`page-${name}`, `${name}.md`);
  return Promise.all(
    [...pages].map(async ([name, page]) => {
      const path = `${FOLDER}/${language}/${name}.md`;
      return { path, text: await formatted(path, renderMarkdown(page, addresses)), kept: true };
    }),
  );
}

const files = (await Promise.all(LANGUAGES.map(pagesIn))).flat();
keepFresh(files);
keepOnly(FOLDER, files);
