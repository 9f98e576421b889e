import { describe, expect, test } from "vitest";
import { run } from "../../../src/cli/main.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { recordedWorld, textAt } from "../../support/recording-platform.ts";
import { runCommand } from "../../support/run-command.ts";

const REGISTER = `kind: register
version: 1
organisation: { id: test-buyer, name: The buyer }
suppliers:
  - { id: kemtekno, name: Kemtekno Oy } # fictitious
contracts:
  # The laundry.
  - id: K-1
    title: Laundry
    suppliers: [kemtekno]
    type: services
    term: { end: 2030-12-31 }
    criticality:
      override: { class: K3, because: local knowledge, by: head of procurement }
      mtpd: 120 h   # counted twice
    sourcing:
      second-source: unknown
`;

const ARGS = ["interview", "K-1", "--register", "r.yaml", "--as-of", "2026-11-24", "--lang", "en"];

/** What a person sees, and how the person answers: the line typed at the last prompt. */
type Person = (screen: Screen) => string;

interface Screen {
  /** The field that is asked about. */
  readonly field: string;
  /** The text from the question on. */
  readonly text: string;
  /** Everything so far. */
  readonly said: string;
}

type RecordedWorld = ReturnType<typeof recordedWorld>;

/** Runs the interview with somebody who reads the screen before each line. */
async function sit(
  person: Person,
  {
    args = ARGS,
    register = REGISTER,
    before = () => undefined,
    instead = {},
  }: {
    readonly args?: readonly string[];
    readonly register?: string;
    /** Called before each line is typed. */
    readonly before?: (world: RecordedWorld, screen: Screen) => void;
    readonly instead?: Partial<Platform>;
  } = {},
) {
  const world = recordedWorld({ "r.yaml": register }, { typed: [] });
  const platform: Platform = {
    ...world.platform,
    ...instead,
    readLine: () => {
      const said = world.said();
      const text = said.split(/^(?=\S*Question )/mu).at(-1) ?? "";
      const field = /Field: .*?\(([\w.-]+)\)/u.exec(text)?.[1] ?? "";
      before(world, { field, text, said });
      return person({ field, text, said });
    },
  };
  const code = await run(args, platform);
  return { code, said: world.said(), printed: world.printed(), file: textAt(world, "r.yaml") };
}

/** Types these lines when asked about these fields, passes over the others, and stops when all are answered. */
function answering(answers: Readonly<Record<string, readonly string[]>>): Person {
  const left = new Map(Object.entries(answers));
  let lines: readonly string[] = [];
  return ({ field }) => {
    const more = lines.length > 0 ? lines : left.get(field);
    if (lines.length === 0) left.delete(field);
    lines = more?.slice(1) ?? [];
    return more?.[0] ?? (left.size === 0 ? "q" : "s");
  };
}

function lastStep(path: string): string {
  return path.split(".").at(-1) ?? "";
}

/** The lines that a text has and another has not. */
function newLines(before: string, after: string | undefined): readonly string[] {
  const old = new Set(before.split("\n"));
  return (after ?? "").split("\n").filter((line) => !old.has(line));
}

const TWO: Readonly<Record<string, readonly string[]>> = {
  "clauses.change-clause": ["present"],
  "clauses.sanctions": ["none"],
};

describe("an interview", () => {
  test("writes an answer with its evidence and the role, and no other line", async () => {
    const { code, file } = await sit(
      answering({ "sourcing.second-source": ["yes", "document", "2026-10-01", "contract owner"] }),
    );
    expect(code).toBe(0);
    const lines = newLines(REGISTER, file);
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(lines.join("\n")).toMatch(/status: yes/u);
    expect(lines.join("\n")).toMatch(/kind: document/u);
    expect(lines.join("\n")).toMatch(/date: 2026-10-01/u);
    expect(lines.join("\n")).toMatch(/by: contract owner/u);
    expect(file).toContain("      mtpd: 120 h   # counted twice\n");
    expect(file).toContain("  # The laundry.\n");
  });

  test("asks for the role once in a sitting", async () => {
    const roles = { asked: 0 };
    const { said, file } = await sit(({ field, text }) => {
      if (text.endsWith("(Enter to leave it out): ")) {
        roles.asked += 1;
        return "contract owner";
      }
      if (text.endsWith("(a number, or Enter for none): ")) return "";
      if (field === "sourcing.second-source" || field === "monitoring.last-exercise")
        return "partly";
      return "s";
    });
    expect(said.match(/What proves it\?/gu)).toHaveLength(2);
    expect(roles.asked).toBe(1);
    expect(file.match(/by: contract owner/gu)).toHaveLength(2);
  });

  test("changes an earlier answer and keeps the later one", async () => {
    const answered: string[] = [];
    let changed = false;
    const { file, said } = await sit(({ field }) => {
      if (changed) return "q";
      if (answered.length === 2) {
        changed = field === answered[0];
        return changed ? "partly" : "b";
      }
      const line = TWO[field]?.[0];
      if (line === undefined) return "s";
      answered.push(field);
      return line;
    });
    const [first = "", second = ""] = answered;
    expect(said).toContain(`In the register: ${TWO[first]?.[0] ?? "?"}`);
    expect(file).toContain(`${lastStep(first)}: partly`);
    expect(file).toContain(`${lastStep(second)}: ${TWO[second]?.[0] ?? "?"}`);
    expect(newLines(REGISTER, file)).toHaveLength(3);
  });

  test("takes an answer back when it is left unknown after all", async () => {
    const lines = ["present", "b", "u", "q"];
    let at = -1;
    const { file, said } = await sit(({ field }) => {
      if (at >= 0 || field === "clauses.sanctions") at += 1;
      return lines[at] ?? "s";
    });
    expect(file).toContain("sanctions: unknown");
    expect(said).toContain("0 fields have new answers.");
  });

  test("shows the advice beside an answer that leaves the criterion short", async () => {
    const { said } = await sit(answering({ "clauses.sanctions": ["none"] }));
    const screen = said.split("Written to r.yaml: clauses.sanctions: none").at(-1) ?? "";
    const after = screen.split("Question ")[0] ?? "";
    expect(after).toContain("sanctions-clause: Not met");
    expect(after).toContain("What to do:");
    expect(after).toContain("What the rule rests on:");
  });

  test("shows the advice beside an answer whose evidence is old", async () => {
    const { said } = await sit(
      answering({ "sourcing.second-source": ["yes", "document", "2024-01-15", "buyer"] }),
    );
    const after = said.split("Written to r.yaml: sourcing.second-source").at(-1) ?? "";
    expect(after.split("Question ")[0]).toMatch(/second-source: .*\n {2}What to do:/u);
  });

  test("shows the form again and why, for an answer that is none", async () => {
    const { said, file } = await sit(answering({ "clauses.sanctions": ["maybe", "", "7"] }));
    expect(said).toContain("“maybe” is no answer to this question.");
    expect(said).toContain("“7” is no answer to this question.");
    expect(said).toContain("Nothing was typed.");
    const screen = said.slice(said.indexOf("(clauses.sanctions)"));
    expect(screen.match(/^ {2}1 {2}present/gmu)).toHaveLength(4);
    expect(file).toBe(REGISTER);
  });

  test("says what is wrong with a value that the field does not take", async () => {
    const { said, file } = await sit(answering({ "term.end": ["in spring", "2031-02-30"] }), {
      register: REGISTER.replace("    term: { end: 2030-12-31 }\n", ""),
    });
    expect(said).toContain("S010");
    expect(said).toContain("S009");
    expect(file).not.toContain("end:");
  });

  test("refuses a personal identity code, as validate does", async () => {
    const { said, file } = await sit(answering({ "owner.role": ["131052-308T", "", ""] }));
    expect(said).toContain("R020");
    expect(file).toBe(REGISTER);
  });

  test("asks nobody where nobody is, and names the fields and the option", async () => {
    const { code, stderr } = await runCommand(ARGS, {
      files: { "r.yaml": REGISTER },
      input: "1\n",
    });
    expect(code).toBe(2);
    expect(stderr).toContain("--answers");
    expect(stderr).toContain("clauses.change-clause");
    expect(stderr).toContain("suppliers.kemtekno.finance.warning");
  });

  test("writes nothing in a dry run, and shows the difference", async () => {
    const { file, printed } = await sit(answering(TWO), { args: [...ARGS, "--dry-run"] });
    expect(file).toBe(REGISTER);
    expect(printed).toMatch(/^--- a\/r\.yaml\n\+\+\+ b\/r\.yaml\n@@/u);
    expect(printed.match(/^\+(?!\+)/gmu)).toHaveLength(3);
    expect(printed).not.toMatch(/^-(?!-)/mu);
  });

  test("asks about a supplier in the supplier's own entry", async () => {
    const { file } = await sit(
      answering({ "finance.warning": ["no", "document", "2026-10-01", ""] }),
    );
    expect(file.replaceAll(/\n +/gu, " ")).toContain(
      "{ id: kemtekno, name: Kemtekno Oy, finance: { warning: no, evidence: { kind: document, date: 2026-10-01 } } } # fictitious",
    );
    expect(newLines(REGISTER, file).length).toBeLessThanOrEqual(2);
  });
});

describe("what is on the terminal", () => {
  const person = (): Person => {
    const first = ["?", "b", "none", "?"];
    return ({ text }) => first.shift() ?? (text.includes("Question 4 of ") ? "q" : "u");
  };
  const coloured: Partial<Platform> = {
    columns: 80,
    environment: (name) => (name === "FORCE_COLOR" ? "1" : undefined),
  };
  const CONTROL = /\p{Cc}/u;

  test("has no escape code where somebody wants none", async () => {
    const accessible: Partial<Platform> = {
      columns: 80,
      environment: (name) => (name === "FORCE_COLOR" || name === "ACCESSIBLE" ? "1" : undefined),
    };
    for (const finished of [
      await sit(person(), { instead: accessible }),
      await sit(person(), { instead: coloured, args: [...ARGS, "--plain"] }),
    ]) {
      expect(finished.said).toMatch(/^Question 3 of \d+$/mu);
      expect(finished.said.replaceAll("\n", "")).not.toMatch(CONTROL);
    }
  });

  test("is painted where the terminal wants it, and moves no cursor", async () => {
    const { said } = await sit(person(), { instead: coloured });
    const escapes = said.split("\u001b").slice(1);
    expect(escapes.length).toBeGreaterThan(10);
    expect(escapes.filter((each) => !/^\[\d+m/u.test(each))).toEqual([]);
    expect(said.replaceAll(/\u001b\[\d+m|\n/gu, "")).not.toMatch(CONTROL);
  });
});

describe("each answer is on disk before the next question is asked", () => {
  test("whatever happens then", async () => {
    const lines: number[] = [];
    const { code, file } = await sit(
      ({ field }) => {
        if (lines.at(-1) === 3) throw new Error("killed");
        return TWO[field]?.[0] ?? "s";
      },
      {
        before: (world) => {
          lines.push(newLines(REGISTER, textAt(world, "r.yaml")).length);
        },
      },
    );
    expect(code).toBe(70);
    // The section, then each of its answers, each seen before the next line was typed.
    expect([...new Set(lines)]).toEqual([0, 2, 3]);
    expect(newLines(REGISTER, file)).toHaveLength(3);
  });
});

describe("a file that somebody else changes between two answers", () => {
  /** Changes the file when one of the two fields has its answer, before the other is given. */
  function whenOneIsAnswered(change: (text: string, open: string) => string) {
    let done = false;
    return (world: RecordedWorld, { field }: Screen): void => {
      const text = textAt(world, "r.yaml");
      if (done || TWO[field] === undefined || text === REGISTER) return;
      done = true;
      world.files.set("r.yaml", new TextEncoder().encode(change(text, lastStep(field))));
    };
  }

  test("keeps both changes where they are in different places", async () => {
    const { said, file } = await sit(answering(TWO), {
      before: whenOneIsAnswered((text) =>
        text
          .replace("contracts:\n", "contracts:\n  - { id: K-0, title: Put before }\n")
          .replace("title: Laundry", "title: Laundry of the hospital"),
      ),
    });
    expect(said).toContain("changed by somebody else");
    expect(newLines(REGISTER, file)).toEqual(
      [
        "  - { id: K-0, title: Put before }",
        "    title: Laundry of the hospital",
        "    clauses:",
        "      change-clause: present",
        "      sanctions: none",
      ].toSorted((left, right) => file.indexOf(left) - file.indexOf(right)),
    );
    // In the contract it is about, not in the one put before it.
    expect(file.indexOf("clauses:")).toBeGreaterThan(file.indexOf("id: K-1"));
  });

  test("writes over no answer to the same field, and shows what to paste", async () => {
    const { said, file } = await sit(answering(TWO), {
      before: whenOneIsAnswered((text, open) =>
        text.replace("    clauses:\n", `    clauses:\n      ${open}: partly\n`),
      ),
    });
    expect(said).toContain("Somebody else changed this field");
    expect(said).toMatch(
      /To paste into the file by hand:\n {2}- id: K-1\n {4}clauses:\n {6}[a-z-]+: (?:present|none)\n/u,
    );
    expect(newLines(REGISTER, file)).toHaveLength(3);
    expect(file).toContain(": partly");
  });

  test("keeps the answer while the register cannot be read, and writes it with the next", async () => {
    const three: typeof TWO = { ...TWO, "clauses.flow-down": ["partly"] };
    let given = 0;
    let held = "";
    const { said, file } = await sit(
      (screen) => {
        const line = three[screen.field]?.[0];
        if (line !== undefined) given += 1;
        return line ?? "s";
      },
      {
        before: (world, { field }) => {
          if (!(field in three)) return;
          const text = textAt(world, "r.yaml");
          if (given === 1) {
            held = text;
            world.files.set("r.yaml", new TextEncoder().encode(`${text}\n  broken: [`));
          }
          if (given === 2) world.files.set("r.yaml", new TextEncoder().encode(`${held}# mended\n`));
        },
      },
    );
    expect(said).toContain("the register cannot be read now");
    expect(newLines(REGISTER, file)).toHaveLength(5);
    for (const line of [
      "change-clause: present",
      "sanctions: none",
      "flow-down: partly",
      "# mended",
    ])
      expect(file).toContain(line);
  });

  test("is not needed for an answer that the text has no room for: it is shown, and the rest goes on", async () => {
    const anchored = REGISTER.replace(
      "    sourcing:\n      second-source: unknown\n",
      "    sourcing: &shared\n      second-source: unknown\n  - id: K-2\n    title: Other\n    sourcing: *shared\n",
    );
    const { said, file, code } = await sit(
      answering({ "sourcing.second-source": ["no"], "clauses.sanctions": ["none"] }),
      { register: anchored },
    );
    expect(code).toBe(0);
    expect(said).toContain("To paste into the file by hand:");
    expect(said).toMatch(/^ +second-source: no$/mu);
    expect(file).toContain("second-source: unknown");
    expect(file).toContain("sanctions: none");
  });
});

describe("answers from a file", () => {
  const files = {
    "r/contracts.yaml": REGISTER.replace(/suppliers:\n.*\n/u, "").replaceAll("\n", "\r\n"),
    "r/suppliers.yaml":
      "kind: register\nversion: 1\n# Ours.\nsuppliers:\n  - { id: kemtekno, name: Kemtekno Oy } # fictitious\n",
  };
  const args = ["interview", "K-1", "--answers", "-", "--register", "r", "--lang", "en"];

  test("go into the file of the entry that each is about, with its line ends kept", async () => {
    const input = "clauses.sanctions: none\nsuppliers.kemtekno.finance.warning: no\n";
    const { code, files: after } = await runCommand(args, { files, input });
    expect(code).toBe(0);
    expect(newLines(files["r/contracts.yaml"], after["r/contracts.yaml"])).toEqual([
      "    clauses:\r",
      "      sanctions: none\r",
    ]);
    expect(after["r/suppliers.yaml"]).toContain("finance: { warning: no }");
    expect(after["r/suppliers.yaml"]).toContain("# fictitious");
  });

  test("are written all or not at all", async () => {
    const input = "clauses.sanctions: none\nsuppliers.kemtekno.finance.warning: perhaps\n";
    const { code, stderr, files: after } = await runCommand(args, { files, input });
    expect(code).toBe(3);
    expect(stderr).toMatch(/<stdin>:2:\d+ +error S003/u);
    expect(after).toEqual(files);
  });

  test("are not written over somebody else's change", async () => {
    const world = recordedWorld(files, { input: "clauses.sanctions: none\n" });
    let reads = 0;
    const platform: Platform = {
      ...world.platform,
      readFile: (path) => {
        if (path === "r/contracts.yaml") reads += 1;
        if (reads === 3)
          world.files.set(path, new TextEncoder().encode(`${files["r/contracts.yaml"]}# mine\r\n`));
        return world.platform.readFile(path);
      },
    };
    expect(await run(args, platform)).toBe(3);
    expect(world.said()).toContain("F013");
    expect(textAt(world, "r/contracts.yaml")).toBe(`${files["r/contracts.yaml"]}# mine\r\n`);
  });

  test("of a field that is no field are met with the nearest", async () => {
    const { code, stderr } = await runCommand(args, { files, input: "clauses.sanction: none\n" });
    expect(code).toBe(3);
    expect(stderr).toContain("U031");
    expect(stderr).toContain("Did you mean “clauses.sanctions”?");
  });
});
