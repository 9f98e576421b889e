import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { nodePlatform } from "../platform/node.ts";

/** Runs the tool: arguments in, exit code out. The only place that catches. */
export async function run(
  args: readonly string[],
  platform: Platform = nodePlatform(),
): Promise<number> {
  try {
    if (args.length === 1 && (args[0] === "--version" || args[0] === "-V"))
      return printVersion(platform);
    const { runProgram } = await import("./program.ts");
    return await runProgram(args, platform);
  } catch (error) {
    const { reportFailure, reportDefect } = await import("../commands/failures.ts");
    if (!(error instanceof Failure)) return reportDefect(error, args, platform);
    try {
      return reportFailure(error, args, platform);
    } catch (second) {
      return reportDefect(second, args, platform);
    }
  }
}

/** Without the parser of arguments: scripts ask for the version often, and wait for it. */
function printVersion(platform: Platform): number {
  const text = new TextDecoder().decode(platform.readFile(`${platform.home}/package.json`));
  platform.print(`${(JSON.parse(text) as { readonly version: string }).version}\n`);
  return EXIT.ok;
}
