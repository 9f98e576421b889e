import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import type { AxeResults } from "axe-core";
import type * as AxeCore from "axe-core";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../src/model/values.ts";
import { renderHtml } from "../../src/render/html.ts";
import { RENDER_ASSETS } from "../support/render-assets.ts";
import { renderSample } from "../support/render-sample.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;

beforeAll(async () => {
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: FLAGS,
  });
});

afterAll(async () => {
  await browser.close();
});

interface View {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly media?: "print";
  readonly language?: (typeof LANGUAGES)[number];
}

/** Opens the sample without its ban on scripts, which would keep the checker out too; whatever it asks for is noted. */
async function open(
  { width = 1280, colorScheme = "light", media, language = "sv" }: View,
  asked: string[] = [],
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.route("**/*", (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  if (media !== undefined) await page.emulateMedia({ media, colorScheme });
  const html = renderHtml(renderSample(language), RENDER_ASSETS);
  await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, ""));
  return page;
}

async function findFaults(view: View): Promise<readonly string[]> {
  const page = await open(view);
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults, string[]>(
    (values) =>
      (window as Window & { axe?: typeof AxeCore }).axe?.run({
        runOnly: values,
      }) as Promise<AxeResults>,
    RULES,
  );
  await page.close();
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
}

test.each<[string, View]>([
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["on a phone of 360 px", { width: 360 }],
  ["dark on a phone of 360 px, in Finnish", { width: 360, colorScheme: "dark", language: "fi" }],
  ["in print", { media: "print" }],
  ["in English", { language: "en" }],
])("axe finds no fault %s", async (_, view) => {
  expect(await findFaults(view)).toEqual([]);
});

test.each([320, 360, 1280])(
  "at %i px the page does not scroll sideways, and wide tables scroll in a labelled region",
  async (width) => {
    for (const language of LANGUAGES) {
      const page = await open({ width, language });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      const region = page.locator(".table").first();
      expect(await region.getAttribute("tabindex")).toBe("0");
      await region.focus();
      expect(await region.evaluate((element) => document.activeElement === element)).toBe(true);
      await page.close();
    }
  },
);

test("one drawing of each chart is seen, at any width", async () => {
  for (const width of [360, 1280]) {
    const page = await open({ width });
    const seen = await page
      .locator("figure svg")
      .evaluateAll(
        (drawings) =>
          drawings.filter((drawing) => drawing.getBoundingClientRect().height > 0).length,
      );
    expect(seen).toBe(1);
    await page.close();
  }
});

test("the page asks for nothing, and with its own ban on scripts runs none", async () => {
  const asked: string[] = [];
  const page = await open({}, asked);
  expect(asked).toEqual([]);
  await page.setContent(
    `${renderHtml(renderSample("en"), RENDER_ASSETS)}<script>document.title = "ran"</script>`,
  );
  expect(await page.title()).toMatch(/^Preparedness of procurement contracts/u);
  await page.close();
});

test("the skip link is the first stop of the keyboard and leads past the contents", async () => {
  const page = await open({});
  await page.keyboard.press("Tab");
  const first = page.locator(":focus");
  expect(await first.textContent()).toBe("Hoppa till innehållet");
  expect(
    await first.evaluate((element) => element.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(-64);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.close();
});

test("on paper nothing is cut at the side, and every row of every table is there", async () => {
  const page = await open({ media: "print", width: 680 });
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll("td, th, p, li, svg")].filter(
        (element) =>
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      ).length,
  );
  expect(cut).toBe(0);
  expect(await page.locator("tbody tr:visible").count()).toBe(31);
  expect(
    await page
      .locator("thead")
      .first()
      .evaluate((head) => getComputedStyle(head).display),
  ).toBe("table-header-group");
  await page.close();
});
