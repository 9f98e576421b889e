import { printable } from "../model/printable.ts";
import type { Result, ResultPlace, ResultRule, Results } from "../model/results.ts";
import type { Span } from "../model/diagnostic.ts";
import type { Wording } from "../wording/wording.ts";

type Json = Readonly<Record<string, unknown>>;

/** Hosts refuse a run with more results than this. */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0: one run, with what is accepted or known kept in it and marked. */
export function renderSarif(results: Results, wording: Wording): string {
  const { command, tool, language, complete, rules, counts } = results;
  const shown = results.results.slice(0, MOST_RESULTS);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(ruleJson) } },
    language,
    columnKind: "utf16CodeUnits",
    automationDetails: { id: `${tool.name}/${command}/` },
    invocations: [
      {
        executionSuccessful: complete,
        toolExecutionNotifications: notificationsOf(results, shown.length, wording),
      },
    ],
    results: shown.map((result) => resultJson(result, indices, results)),
    properties: { counts, results: results.results.length },
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** What is worth knowing about the run, and how many results did not fit in it. */
function notificationsOf(
  { command, notes, results }: Results,
  shown: number,
  wording: Wording,
): readonly Json[] {
  const left = results.length - shown;
  const cut =
    left === 0
      ? []
      : [
          {
            level: "warning",
            message: { text: wording.say("results.cut", { count: left, command }) },
          },
        ];
  return [
    ...cut,
    ...notes.map(({ code, message }) => ({
      level: "note",
      descriptor: { id: code },
      message: { text: message },
    })),
  ];
}

function ruleJson({ id, title, help, tags }: ResultRule): Json {
  return {
    id,
    shortDescription: { text: title },
    ...(help === "" ? {} : { fullDescription: { text: help }, help: { text: help } }),
    properties: { tags },
  };
}

function resultJson(result: Result, indices: ReadonlyMap<string, number>, { find }: Results): Json {
  const index = indices.get(result.rule);
  const place = result.at === undefined ? undefined : find(result.at);
  const location = {
    ...(place === undefined ? {} : { physicalLocation: placeJson(place) }),
    ...(result.subject === undefined ? {} : { logicalLocations: [subjectJson(result.subject)] }),
  };
  return {
    ruleId: result.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: result.level,
    message: { text: result.message },
    locations: Object.keys(location).length === 0 ? [] : [location],
    partialFingerprints: { "beredskap/v1": result.fingerprint },
    ...(result.accepted === undefined ? {} : { suppressions: [suppressionJson(result.accepted)] }),
    ...(result.baseline === undefined ? {} : { baselineState: result.baseline }),
    properties: propertiesOf(result),
  };
}

/** `by` and `until` are the register's own words: keys, so that they mean the same in every language. */
function suppressionJson({ because, by, until }: NonNullable<Result["accepted"]>): Json {
  return {
    kind: "external",
    status: "accepted",
    justification: `${because} (${by}, ${until})`,
    properties: { because, by, until },
  };
}

function subjectJson({ level, id }: NonNullable<Result["subject"]>): Json {
  return { name: id, fullyQualifiedName: `${level}:${id}`, kind: level };
}

function propertiesOf({ fails, kind, severity, priority, class: criticality }: Result): Json {
  const known = { kind, severity, priority, class: criticality };
  return {
    failsGate: fails,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}

function placeJson({ path, span }: ResultPlace): Json {
  return {
    artifactLocation: { uri: uriOf(path) },
    ...(span === undefined ? {} : { region: regionOf(span) }),
  };
}

/** A relative reference: every sign that has a meaning in addresses is encoded. */
function uriOf(path: string): string {
  return path
    .split("/")
    .map((step) => encodeURIComponent(printable(step)))
    .join("/");
}

function regionOf({ start, end }: Span): Json {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
