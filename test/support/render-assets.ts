import { readFileSync } from "node:fs";
import type { Assets } from "../../src/render/formats.ts";

const TEMPLATES = new URL("../../templates/", import.meta.url);

/** What the renderers are given, read from `templates`. */
export const RENDER_ASSETS: Assets = {
  page: readFileSync(new URL("report/page.hbs", TEMPLATES), "utf8"),
  css: readFileSync(new URL("report/style.css", TEMPLATES), "utf8"),
  fonts: {
    regular: readFileSync(new URL("fonts/IBMPlexSans-Regular.ttf", TEMPLATES)),
    bold: readFileSync(new URL("fonts/IBMPlexSans-Bold.ttf", TEMPLATES)),
  },
  terminal: { width: 100, colour: false },
};
