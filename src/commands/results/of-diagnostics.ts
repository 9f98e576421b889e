import { CODES } from "../../model/codes.ts";
import type { Diagnostic, Location } from "../../model/diagnostic.ts";
import { classOf } from "../../model/diagnostic.ts";
import type { Result, ResultCase, ResultRule, Results, ResultSuite } from "../../model/results.ts";
import { byCodeUnits } from "../../model/values.ts";
import type { Loaded } from "../../load/register.ts";
import { sayDiagnostic } from "../../render/diagnostics.ts";
import type { Wording } from "../../wording/wording.ts";
import { placeFinder } from "./place.ts";

/** What is needed to make results of what reading gave. */
export interface DiagnosedBrief {
  readonly command: Results["command"];
  readonly loaded: Loaded;
  readonly diagnostics: readonly Diagnostic[];
  /** Has the area `diagnostics`. */
  readonly wording: Wording;
  readonly counts: Readonly<Record<string, number>>;
  readonly tool: Results["tool"];
  readonly digest: (text: string) => string;
}

/** The mistakes and notes of a register as results, errors first. */
export function resultsOfDiagnostics(brief: DiagnosedBrief): Results {
  const { command, loaded, diagnostics, wording, counts, tool } = brief;
  const results = fingerprinted(brief);
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return {
    command,
    language: wording.language,
    tool,
    complete: command === "validate",
    rules: rulesOf(diagnostics, wording),
    // Stable: those of one class stay in the order of the files.
    results: results.toSorted((left, right) => rank[left.level] - rank[right.level]),
    suites: () => suitesOf(loaded, results),
    counts,
    notes: [],
    find: placeFinder(
      loaded,
      results.flatMap(({ at }) => at ?? []),
    ),
  };
}

function rulesOf(diagnostics: readonly Diagnostic[], wording: Wording): readonly ResultRule[] {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(byCodeUnits);
  return codes.map((code) => ({
    id: code,
    title: CODES[code].name,
    help: wording.say(`diagnostics.${code}.page`),
    tags: [CODES[code].class],
  }));
}

function fingerprinted(brief: DiagnosedBrief): readonly Result[] {
  const { loaded, diagnostics, wording, digest } = brief;
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic): Result => {
    const said = sayDiagnostic(diagnostic, wording, loaded);
    const same = JSON.stringify([said.code, ...whereOf(diagnostic.at, loaded), said.params]);
    const before = seen.get(same) ?? 0;
    seen.set(same, before + 1);
    const level = classOf(diagnostic);
    return {
      rule: said.code,
      level,
      message: said.help === "" ? said.message : `${said.message} ${said.help}`,
      at: diagnostic.at,
      subject: undefined,
      fingerprint: digest(`${same} ${before}`),
      fails: level === "error",
      kind: undefined,
      severity: undefined,
      priority: undefined,
      class: undefined,
      accepted: undefined,
      baseline: undefined,
    };
  });
}

/** File and keys, without the numbers of lines and of list entries: those change when something is inserted. */
function whereOf(at: Location | undefined, loaded: Loaded): readonly string[] {
  if (at === undefined) return [];
  const keys = "pointer" in at ? at.pointer.replaceAll(/\/\d+(?=\/|$)/gu, "") : "";
  return [loaded.nameOf(at.file), keys];
}

/** One suite for each file; a file without an error has one case that passed. */
function suitesOf(loaded: Loaded, results: readonly Result[]): readonly ResultSuite[] {
  const byFile = new Map<string, Result[]>(loaded.files.map((file) => [file, []]));
  for (const result of results) {
    const file = result.at?.file ?? "";
    const list = byFile.get(file);
    if (list === undefined) byFile.set(file, [result]);
    else list.push(result);
  }
  return [...byFile].map(([file, found]) => {
    const name = file === "" ? "beredskap" : loaded.nameOf(file);
    const passed: ResultCase = { name, outcome: "passed", message: "", at: undefined };
    const cases = found.map((result): ResultCase => ({
      name: result.rule,
      outcome: result.level === "error" ? "failed" : "skipped",
      message: result.message,
      at: result.at,
    }));
    const sound = found.every(({ level }) => level !== "error");
    return { name, cases: sound ? [passed, ...cases] : cases, counts: undefined };
  });
}
