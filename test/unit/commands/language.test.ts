import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/run-command.ts";

const REGISTER =
  "kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n  - { id: A, title: T }\n";
const policy = (language: string): string => `kind: policy\nversion: 1\nlanguage: ${language}\n`;
const CLOSING = { sv: "Granskade", fi: "Tarkastettu", en: "Examined" };
type Known = keyof typeof CLOSING;

/** The language a command speaks, from its closing line. */
async function spoken(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Promise<Known | undefined> {
  const { stdout } = await runCommand(args, { files, environment });
  const last = stdout
    .trimEnd()
    .split("\n")
    .find((line) => Object.values(CLOSING).some((word) => line.includes(word)));
  return (Object.keys(CLOSING) as Known[]).find(
    (language) => last?.includes(CLOSING[language]) === true,
  );
}

describe.each(["validate", "assess"])("%s speaks", (command) => {
  const alone = { "register.yaml": REGISTER };
  const withPolicy = { ...alone, "policy.yaml": policy("fi") };

  test("the language of the flag, whatever the policy and the computer say", async () => {
    expect(await spoken([command, "--lang", "sv"], withPolicy, { LANG: "en_GB.UTF-8" })).toBe("sv");
  });

  test("else the policy's", async () => {
    expect(await spoken([command], withPolicy, { LANG: "sv_FI.UTF-8" })).toBe("fi");
  });

  test.each<[Record<string, string>, Known]>([
    [{ LANG: "sv_FI.UTF-8" }, "sv"],
    [{ LANG: "sv_FI.UTF-8", LC_MESSAGES: "fi_FI.UTF-8" }, "fi"],
    [{ LANG: "sv_FI.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "C" }, "en"],
    [{}, "en"],
  ])("else the computer's: %o", async (environment, language) => {
    expect(await spoken([command], alone, environment)).toBe(language);
  });
});
