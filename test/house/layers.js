// Run from the root of the project: npx depcruise -c test/house/layers.js src bin

/** Which rooms a room may look into, besides itself; a file name narrows the view to that file. */
const MAY_IMPORT = {
  model: [],
  source: ["model"],
  schema: ["model", "source"],
  wording: ["model"],
  assess: ["model"],
  interview: ["model", "assess"],
  draft: ["model", "wording"],
  report: ["model", "wording"],
  render: ["model", "wording"],
  import: ["model", "wording", "load/codes.ts"],
  load: ["model", "source", "schema", "draft/clause-text.ts"],
  platform: ["model"],
  commands: [
    "model",
    "source",
    "schema",
    "wording",
    "load",
    "assess",
    "interview",
    "draft",
    "report",
    "import",
    "render/(formats|result-formats|github-summary|unified-diff|workbook|csv|catalogue-json|markdown|diagnostics|assessment-json|baseline-json|paint|terminal|explanation|draft-[a-z-]+).ts",
  ],
  cli: ["model", "commands", "platform", "schema/suggest.ts", "wording/wording.ts"],
};

/** What to do instead, for whoever meets the wall of a room. */
const INSTEAD = {
  model:
    "model/ holds the words of the trade and imports nothing: move what you need here, or take it as an argument.",
  source: "source/ turns text into values with places: what the values mean belongs in src/load.",
  schema: "schema/ checks shape: what a value means belongs in src/load.",
  wording: "wording/ knows languages, not the trade: give it parameters.",
  assess:
    "assess/ judges facts it is given, without text or files: return a value and let report/ or commands/ say it.",
  interview:
    "interview/ decides which question comes next: how it is put and written belongs in src/commands.",
  draft:
    "draft/ makes drafts out of an assessment and clauses: what it needs of a register comes as an argument.",
  report:
    "report/ decides what to say of an assessment: how it looks belongs in src/render, computing in src/assess.",
  render:
    "render/ draws a finished report or draft: what to say belongs in src/report or src/draft.",
  import:
    "import/ makes register entries of foreign documents: reading files belongs in src/commands, checking in src/load.",
  load: "load/ gives meaning to documents and judges nothing: move the type to src/model.",
  platform:
    "platform/ gives the world by the port in src/model/platform.ts and knows nothing of the trade.",
  commands:
    "A command draws through src/render/formats.ts, and never imports cli/ or platform/: the platform is its argument.",
  cli: "cli/ declares and parses arguments: what is done with them belongs in src/commands.",
};

/** The one file (or room) through which a package enters. */
const DOORS = {
  yaml: "source/careful.ts",
  "js-yaml": "source/fast.ts",
  chalk: "render/paint.ts",
  handlebars: "wording/template.ts",
  pdfkit: "render/pdf.ts",
  docx: "render/word-parts.ts",
  fflate: "render/stable-zip.ts",
  saxes: "import/xml.ts",
  commander: "cli/(program|usage).ts",
  "currency-codes": "load/codes.ts",
  "i18n-iso-countries": "load/codes.ts",
  "fastest-levenshtein": "schema/suggest.ts",
  ajv: "dev/",
  esbuild: "dev/",
  prettier: "dev/",
};

const LICENCES =
  "^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\\.0|OFL-1\\.1|BlueOak-1\\.0\\.0)$";

/** The regular expression of a path under src: a folder, or a whole file name. */
const inSource = (path) => `^src/${path.replaceAll(".", "\\.")}${path.endsWith(".ts") ? "$" : ""}`;
const room = (name) => (name.endsWith(".ts") ? inSource(name) : inSource(`${name}/`));
// Packages that are only types lie under @types.
const ofPackage = (name) => `(^|/)node_modules/(@types/)?${name}/`;
const GENERATED = "/generated/";
const ANY_PACKAGE = "(^|/)node_modules/";

const rooms = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `room-${name}`,
  comment: INSTEAD[name],
  severity: "error",
  from: { path: room(name) },
  to: { path: "^src/", pathNot: [room(name), ...allowed.map(room)] },
}));

const doors = Object.entries(DOORS).map(([name, door]) => ({
  name: `door-${name}`,
  comment: `${name} enters through src/${door} alone: use what that file exports, or add to it.`,
  severity: "error",
  from: { path: "^(src|bin)/", pathNot: inSource(door) },
  to: { path: ofPackage(name) },
}));

export default {
  forbidden: [
    ...rooms,
    ...doors,
    {
      name: "room-unknown",
      comment: "A new room needs a line in MAY_IMPORT and one in INSTEAD (test/house/layers.js).",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: [...Object.keys(MAY_IMPORT), "dev"].map(room) },
      to: {},
    },
    {
      name: "door-unknown",
      comment:
        "A new package needs a reason in package.json and a door in DOORS (test/house/layers.js).",
      severity: "error",
      from: { path: "^(src|bin)/" },
      to: { path: ANY_PACKAGE, pathNot: Object.keys(DOORS).map(ofPackage) },
    },
    {
      name: "core-without-packages",
      comment:
        "model, assess, interview, report and draft import no package: write the few lines, or take the value as an argument.",
      severity: "error",
      from: { path: ["model", "assess", "interview", "report", "draft"].map(room) },
      to: { path: ANY_PACKAGE },
    },
    {
      name: "door-node",
      comment:
        "Files, clock and streams come from the port in src/model/platform.ts; src/platform/node.ts implements it.",
      severity: "error",
      from: { path: "^src/", pathNot: [inSource("platform/node.ts"), room("dev")] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "dev-is-not-shipped",
      comment:
        "src/dev makes generated files: move what is wanted at run time to the room that it belongs to.",
      severity: "error",
      from: { path: "^(src|bin)/", pathNot: room("dev") },
      to: { path: room("dev") },
    },
    {
      name: "library-without-rim",
      comment: "The library's door gives the pure rooms: no command line, no platform.",
      severity: "error",
      from: { path: inSource("index.ts") },
      to: { path: ["cli", "commands", "platform"].map(room) },
    },
    {
      name: "no-cycle",
      comment:
        "Two files that need each other are one file, or need a third that both import (types count).",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphan",
      comment: "Nothing imports this file and it imports nothing: use it or delete it.",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: [room("dev"), inSource("index.ts"), GENERATED],
      },
      to: {},
    },
    {
      name: "reached",
      comment:
        "Neither the command, nor the library, nor the generator reaches this file: use it or delete it.",
      severity: "error",
      from: { path: [inSource("cli/main.ts"), inSource("index.ts"), room("dev")] },
      to: {
        path: "^src/",
        pathNot: [inSource("cli/main.ts"), inSource("index.ts"), room("dev"), GENERATED],
        reachable: false,
      },
    },
    {
      name: "resolved",
      comment:
        "The import leads nowhere: correct the path, or run the generator for src/schema/generated.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "declared",
      comment:
        "What runs must stand in dependencies in package.json: it is missing there, or only a development dependency.",
      severity: "error",
      from: { path: "^src/", pathNot: room("dev") },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        // "//dependencies" in package.json gives the reasons, and is no kind of dependency.
        dependencyTypesNot: ["npm", "type-only"],
        pathNot: "node_modules/@types/",
      },
    },
    {
      name: "licence",
      comment:
        "The licence of this package is not vetted: choose another package, or ask a lawyer and add it to LICENCES.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm"], licenseNot: LICENCES },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^dist"] },
    exclude: { path: ["^dist/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
