import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

// Run from the root of the project: npx eslint -c test/house/eslint.config.js src test bin

const ROOT = new URL("../..", import.meta.url).pathname;

/** Rooms that compute from their arguments alone. */
const PURE = [
  "model",
  "source",
  "schema",
  "load",
  "assess",
  "wording",
  "draft",
  "report",
  "render",
  "import",
].map((room) => `src/${room}/**/*.ts`);

/** The files of the room of wording that know how a language counts, orders and writes numbers. */
const LANGUAGE_DOORS = ["format", "percentage", "wording"].map((name) => `src/wording/${name}.ts`);

const WORLD =
  "Pure rooms do not touch the world: take it as an argument, or ask the platform in src/commands.";
const CLOCK = "Pure rooms have no clock: take the day of assessment as an argument.";
const CHANCE = "Pure rooms have no chance: take a seeded generator as an argument.";
const LOCALE =
  "A result may not depend on the host's language: src/wording/format.ts writes for people, byCodeUnits orders for machines.";

const WORLD_GLOBALS = [
  "process",
  "console",
  "fetch",
  "WebSocket",
  "XMLHttpRequest",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "performance",
  "navigator",
  "crypto",
].map((name) => ({ name, message: WORLD }));

const HOST_PROPERTIES = [
  { object: "Date", property: "now", message: CLOCK },
  { object: "Math", property: "random", message: CHANCE },
  { object: "globalThis", message: WORLD },
];

const HOST_SYNTAX = [
  { selector: "MemberExpression[property.name=/^(localeCompare|toLocale\\w*)$/]", message: LOCALE },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
];

const DISHONEST_CASTS = [
  {
    selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
    message:
      "`as unknown as` says that the types are wrong. Narrow the value, or parse it in src/load.",
  },
  {
    selector: "TSAsExpression[typeAnnotation.type='TSNeverKeyword']",
    message: "`as never` switches the checker off. Narrow the value, or widen the parameter.",
  },
];

/** A `default` hides the next word added to a union: whoever writes one says which cases it takes. */
const consideredDefault = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    "SwitchCase[test=null]"(node) {
      const within = node.consequent.flatMap((each) => context.sourceCode.getCommentsBefore(each));
      const before = context.sourceCode.getCommentsBefore(node);
      if (before.length + within.length > 0) return;
      const message =
        "Name every case, or say in a comment at `default` which cases it takes and why that is right.";
      context.report({ node, message });
    },
  }),
};

const EVERYWHERE = {
  eqeqeq: "error",
  "no-var": "error",
  "prefer-const": "error",
  "object-shorthand": "error",
  "house/considered-default": "error",
  "no-restricted-exports": [
    "error",
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
  ],
};

const TYPED = {
  "@typescript-eslint/switch-exhaustiveness-check": [
    "error",
    {
      allowDefaultCaseForExhaustiveSwitch: false,
      considerDefaultExhaustiveForUnions: true,
      requireDefaultForNonUnion: true,
    },
  ],
  "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
  "@typescript-eslint/consistent-type-exports": "error",
  "@typescript-eslint/no-import-type-side-effects": "error",
  "@typescript-eslint/ban-ts-comment": ["error", { minimumDescriptionLength: 12 }],
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "@typescript-eslint/no-unnecessary-condition": [
    "error",
    { allowConstantLoopConditions: "only-allowed-literals" },
  ],
  "@typescript-eslint/no-unused-vars": [
    "error",
    { argsIgnorePattern: "^_", ignoreRestSiblings: true },
  ],
  // Text is spread by code points on purpose.
  "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
  // `async` without `await` is how a synchronous function takes the shape of a port.
  "@typescript-eslint/require-await": "off",
  "no-restricted-syntax": ["error", ...DISHONEST_CASTS],
};

export default defineConfig(
  { ignores: ["dist/**", "**/generated/**", "coverage/**", "out/**"] },
  {
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    plugins: { house: { rules: { "considered-default": consideredDefault } } },
    rules: EVERYWHERE,
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ["test/support/tsconfig.json"], tsconfigRootDir: ROOT },
    },
    rules: TYPED,
  },
  {
    files: PURE,
    ignores: LANGUAGE_DOORS,
    rules: {
      "no-restricted-globals": ["error", ...WORLD_GLOBALS, { name: "Intl", message: LOCALE }],
      "no-restricted-properties": ["error", ...HOST_PROPERTIES],
      "no-restricted-syntax": ["error", ...DISHONEST_CASTS, ...HOST_SYNTAX],
    },
  },
  {
    files: LANGUAGE_DOORS,
    rules: {
      "no-restricted-globals": ["error", ...WORLD_GLOBALS],
      "no-restricted-properties": ["error", ...HOST_PROPERTIES],
      "no-restricted-syntax": [
        "error",
        ...DISHONEST_CASTS,
        ...HOST_SYNTAX,
        {
          selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]",
          message: "Name the language: without one the host's is taken.",
        },
      ],
    },
  },
  {
    // Tests read documents of unknown shape and assert what they find there.
    files: ["test/**/*.ts"],
    rules: {
      "house/considered-default": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // Other tools ask for a default export in their configuration.
  {
    files: ["test/house/*.config.ts", "test/house/*.js"],
    rules: { "no-restricted-exports": "off" },
  },
);
