import type { Command, CommanderError } from "commander";
import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { nearest } from "../schema/suggest.ts";

/** Our words for the parser's faults. */
export function usageFailure(error: CommanderError, program: Command): Failure {
  const quoted = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption": {
      const known = [program, ...program.commands].flatMap((command) =>
        command.options.map((option) => option.long ?? "").filter((each) => each !== quoted),
      );
      return failure(diagnose("U001", { option: quoted, suggestion: nearest(quoted, known) }));
    }
    case "commander.unknownCommand": {
      const known = program.commands.map((command) => command.name());
      return failure(diagnose("U002", { command: quoted, suggestion: nearest(quoted, known) }));
    }
    case "commander.missingArgument":
      return failure(diagnose("U003", { argument: quoted }));
    case "commander.optionMissingArgument":
      return failure(diagnose("U006", { option: /--[\w-]+/u.exec(quoted)?.[0] ?? quoted }));
    case "commander.excessArguments":
      return failure(diagnose("U004", {}));
    // The parser's other faults each name what is wrong with an argument.
    default:
      return failure(diagnose("U003", { argument: error.message }));
  }
}

function failure(diagnostic: ReturnType<typeof diagnose>): Failure {
  return new Failure([diagnostic], 2);
}
