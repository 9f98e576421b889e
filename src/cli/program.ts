import { Command, CommanderError, Option } from "commander";
import { languageIn } from "../commands/failures.ts";
import { toolVersion, wordsFor } from "../commands/workspace.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Wording } from "../wording/wording.ts";
import { commandFirst } from "./command-first.ts";
import { COMMANDS } from "./commands.ts";
import type { CommandDeclaration } from "./commands.ts";
import { usageFailure } from "./usage.ts";

/** Parses the arguments and runs one command. Each command's code is loaded only when it is called. */
export async function runProgram(args: readonly string[], platform: Platform): Promise<number> {
  const wording = wordsFor(languageIn(args, platform), ["command"], platform);
  let exitCode: number = EXIT.ok;
  const program = new Command("beredskap");
  configure(program, wording, platform);
  const words = "command.help.usage-words";
  program.usage(`[${wording.say(`${words}.options`)}] [${wording.say(`${words}.command`)}]`);
  program.description(wording.say("command.help.program"));
  program.version(toolVersion(platform), "-V, --version", wording.say("command.help.version"));
  program.addHelpText("after", `\n${wording.say("command.help.after")}`);
  for (const declaration of COMMANDS) {
    declare(program, declaration, wording, platform, (code) => {
      exitCode = code;
    });
  }
  try {
    if (args.length === 0) {
      program.outputHelp();
      return EXIT.ok;
    }
    await program.parseAsync([...commandFirst(args)], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    throw usageFailure(error, program);
  }
  return exitCode;
}

function configure(command: Command, wording: Wording, platform: Platform): void {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": "usage",
    "Arguments:": "arguments",
    "Options:": "options",
    "Commands:": "commands",
  };
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption("-h, --help", wording.say("command.help.help"))
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => {
        platform.print(text);
      },
      // Faults are worded by us, in the reader's language.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(platform.columns ?? 100, 100),
    })
    .configureHelp({
      styleTitle: (title) => {
        const key = titles[title];
        return key === undefined ? title : wording.say(`command.help.titles.${key}`);
      },
      subcommandTerm: (each) => `${each.name()} ${argumentsOf(each.name())}`.trim(),
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    });
}

function argumentsOf(name: string): string {
  return COMMANDS.find((command) => command.name === name)?.arguments.join(" ") ?? "";
}

function declare(
  program: Command,
  declaration: CommandDeclaration,
  wording: Wording,
  platform: Platform,
  done: (exitCode: number) => void,
): void {
  const { name } = declaration;
  const command = program.command(name).description(wording.say(`command.help.commands.${name}`));
  configure(command, wording, platform);
  command.usage(`${argumentsOf(name)} [${wording.say("command.help.usage-words.options")}]`.trim());
  const details = `command.help.details.${name}`;
  if (wording.has(details)) command.addHelpText("after", `\n${wording.say(details)}`);
  for (const argument of declaration.arguments) {
    const key = /[\w-]+/u.exec(argument)?.[0] ?? "";
    command.argument(argument, wording.say(`command.help.arguments.${key}`));
  }
  for (const flags of declaration.options) {
    const key = /--([\w-]+)/u.exec(flags)?.[1] ?? "";
    const own = `command.help.options.${name}-${key}`;
    const option = new Option(
      flags,
      wording.say(wording.has(own) ? own : `command.help.options.${key}`),
    );
    command.addOption(flags.includes("...") ? repeatable(option) : option);
  }
  command.action(async (...received: unknown[]) => {
    const parsed = command.opts();
    const values = received.slice(0, declaration.arguments.length);
    const given = values.flat().filter((each) => typeof each === "string");
    if (declaration.needsArgument === true && given.length === 0) {
      throw new Failure([diagnose("U003", { argument: declaration.arguments[0] ?? "" })], 2);
    }
    done(await declaration.run(given, parsed, platform));
  });
}

/** An option that may be given again: it takes one value each time, and leaves the paths after it alone. */
function repeatable(option: Option): Option {
  option.variadic = false;
  return option.argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}
