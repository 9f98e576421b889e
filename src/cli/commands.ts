import type { Platform } from "../model/platform.ts";
import type { Parsed } from "./options.ts";
import { common, listOption, register, textOption, wordOption, wordsOption } from "./options.ts";

/** A command as the parser and the help know it. Descriptions are wording, by the names used here. */
export interface CommandDeclaration {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly needsArgument?: true;
  readonly options: readonly string[];
  readonly run: (given: readonly string[], parsed: Parsed, platform: Platform) => Promise<number>;
}

const COMMON = ["--lang <lang>", "--quiet", "--no-color", "--plain"] as const;
const REGISTER = ["--as-of <date>", "--profile <name>", ...COMMON] as const;

/** The register is the folder one stands in unless something else is named. */
function pathsOf(given: readonly string[]): readonly string[] {
  return given.length === 0 ? ["."] : given;
}

export const COMMANDS: readonly CommandDeclaration[] = [
  {
    name: "init",
    arguments: ["[folder]"],
    options: ["--ci <host>", ...COMMON],
    run: async ([folder], parsed, platform) => {
      const { CI_HOSTS, init } = await import("../commands/init.ts");
      const ci = wordOption(parsed, "ci", "--ci", CI_HOSTS) ?? "github";
      return init({ ...common(parsed), folder: folder ?? ".", ci }, platform);
    },
  },
  {
    name: "import",
    arguments: ["<source>", "<files...>"],
    options: ["--out <path>", "--force", ...COMMON],
    run: async ([source, ...files], parsed, platform) => {
      const { importNotices } = await import("../commands/import.ts");
      const known = wordOption({ source }, "source", "source", ["ted", "eforms"] as const) ?? "ted";
      const request = {
        ...common(parsed),
        source: known,
        files,
        out: textOption(parsed, "out"),
        force: parsed["force"] === true,
      };
      return importNotices(request, platform);
    },
  },
  {
    name: "interview",
    arguments: ["[contract]"],
    options: [
      "--register <path>",
      "--answers <file>",
      "--dry-run",
      "--list",
      "--all",
      "--format <format>",
      ...REGISTER,
    ],
    run: async ([contract], parsed, platform) => {
      const { interview } = await import("../commands/interview.ts");
      const request = {
        ...register(parsed, [textOption(parsed, "register") ?? "."]),
        contract,
        answers: textOption(parsed, "answers"),
        dryRun: parsed["dryRun"] === true,
        list: parsed["list"] === true,
        all: parsed["all"] === true,
        format: wordOption(parsed, "format", "--format", ["text", "json"] as const) ?? "text",
      };
      return interview(request, platform);
    },
  },
  {
    name: "validate",
    arguments: ["[paths...]"],
    options: ["--format <formats...>", "--all", "--out <path>", "--force", ...REGISTER],
    run: async (given, parsed, platform) => {
      const { validate } = await import("../commands/validate.ts");
      const request = {
        ...register(parsed, pathsOf(given)),
        formats: listOption(parsed, "format"),
        all: parsed["all"] === true,
        out: textOption(parsed, "out"),
        force: parsed["force"] === true,
      };
      return validate(request, platform);
    },
  },
  {
    name: "assess",
    arguments: ["[paths...]"],
    options: [
      "--format <formats...>",
      "--fail-on <what...>",
      "--baseline <file>",
      "--write-baseline <file>",
      "--prune",
      "--all",
      "--out <path>",
      "--force",
      ...REGISTER,
    ],
    run: async (given, parsed, platform) => {
      const { assessRegister } = await import("../commands/assess.ts");
      const request = {
        ...register(parsed, pathsOf(given)),
        formats: listOption(parsed, "format"),
        all: parsed["all"] === true,
        failOn: listOption(parsed, "failOn"),
        baseline: textOption(parsed, "baseline"),
        writeBaseline: textOption(parsed, "writeBaseline"),
        prune: parsed["prune"] === true,
        out: textOption(parsed, "out"),
        force: parsed["force"] === true,
      };
      return assessRegister(request, platform);
    },
  },
  {
    name: "explain",
    arguments: ["<subject>", "[criterion]"],
    options: ["--register <path>", "--format <format>", ...REGISTER],
    run: async ([subject, criterion], parsed, platform) => {
      const { explain } = await import("../commands/explain.ts");
      const paths = [textOption(parsed, "register") ?? "."];
      const format = wordOption(parsed, "format", "--format", ["text", "json"] as const) ?? "text";
      return explain(
        { ...register(parsed, paths), subject: subject ?? "", criterion, format },
        platform,
      );
    },
  },
  {
    name: "report",
    arguments: ["[paths...]"],
    options: ["--format <formats>", "--out <path>", "--force", ...REGISTER],
    run: async (given, parsed, platform) => {
      const { report } = await import("../commands/report.ts");
      const formats = wordsOption(parsed, "format", "--format", [
        "html",
        "pdf",
        "md",
        "terminal",
      ] as const);
      const request = {
        ...register(parsed, pathsOf(given)),
        formats,
        out: textOption(parsed, "out"),
        force: parsed["force"] === true,
      };
      return report(request, platform);
    },
  },
  {
    name: "clauses",
    arguments: ["[contracts...]"],
    options: [
      "--register <path>",
      "--format <formats>",
      "--mode <mode>",
      "--change <facts...>",
      "--all-gaps",
      "--add <clauses...>",
      "--leave-out <clauses...>",
      "--clauses <clauses...>",
      "--preset <name>",
      "--because <text>",
      "--set <values...>",
      "--out <path>",
      "--force",
      ...REGISTER,
    ],
    run: async (contracts, parsed, platform) => {
      const { clauses, DRAFT_FORMATS } = await import("../commands/clauses.ts");
      const request = {
        ...register(parsed, [textOption(parsed, "register") ?? "."]),
        contracts,
        formats: wordsOption(parsed, "format", "--format", DRAFT_FORMATS),
        mode: wordOption(parsed, "mode", "--mode", ["tender", "amendment"] as const) ?? "tender",
        change: Array.isArray(parsed["change"]) ? parsed["change"].map(String) : [],
        allGaps: parsed["allGaps"] === true,
        add: listOption(parsed, "add"),
        leaveOut: listOption(parsed, "leaveOut"),
        only: parsed["clauses"] === undefined ? undefined : listOption(parsed, "clauses"),
        preset: textOption(parsed, "preset"),
        because: textOption(parsed, "because"),
        set: Array.isArray(parsed["set"]) ? parsed["set"].map(String) : [],
        out: textOption(parsed, "out"),
        force: parsed["force"] === true,
      };
      return clauses(request, platform);
    },
  },
  {
    name: "catalogue",
    arguments: ["<action>", "[subjects...]"],
    options: [
      "--format <format>",
      "--level <level>",
      "--group <group>",
      "--class <class>",
      "--situation <situation>",
      "--statutory",
      "--questionnaire",
      "--for <subject>",
      "--all",
      "--plain-csv",
      "--register <path>",
      "--out <path>",
      "--force",
      ...REGISTER,
    ],
    run: async ([action, ...subjects], parsed, platform) => {
      const { catalogueAction } = await import("./catalogue-actions.ts");
      const run = await catalogueAction(action ?? "");
      return run(subjects, parsed, platform);
    },
  },
];
