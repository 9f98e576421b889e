/** Options of every command that are often written before it, and whether a value follows. */
const EVERYWHERE: Readonly<Record<string, boolean>> = {
  "--lang": true,
  "--as-of": true,
  "--profile": true,
  "--quiet": false,
  "--no-color": false,
  "--plain": false,
};

/** The arguments with the command before its options, and `help COMMAND` as the command's own help. */
export function commandFirst(args: readonly string[]): readonly string[] {
  let at = 0;
  while (at < args.length) {
    const [name = "", value] = (args[at] ?? "").split("=", 2);
    const takesValue = EVERYWHERE[name];
    if (takesValue === undefined) break;
    at += takesValue && value === undefined ? 2 : 1;
  }
  const before = args.slice(0, at);
  const [command, ...rest] = args.slice(at);
  if (command === undefined) return args;
  if (command !== "help") return [command, ...before, ...rest];
  return [...rest, "--help", ...before];
}
