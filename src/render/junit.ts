import { printable } from "../model/printable.ts";
import type { ResultCase, ResultSuite, Results } from "../model/results.ts";

/** JUnit XML: a suite for each contract, supplier or file, a case for each criterion that was judged. */
export function renderJunit(results: Results): string {
  const suites = results.suites();
  const name = `${results.tool.name} ${results.command}`;
  const all = suites.flatMap(({ cases }) => cases);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites${attributes({ name, ...totals(all) })}>`,
    ...suites.map((suite) => suiteXml(suite, results)),
    "</testsuites>\n",
  ].join("\n");
}

function totals(cases: readonly ResultCase[]): Readonly<Record<string, number>> {
  const of = (outcome: ResultCase["outcome"]): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: of("failed"), errors: 0, skipped: of("skipped") };
}

function suiteXml(suite: ResultSuite, results: Results): string {
  const counts = Object.entries(suite.counts ?? {}).map(
    ([name, value]) => `      <property${attributes({ name, value: Number(value) })}/>`,
  );
  return [
    `  <testsuite${attributes({ name: suite.name, ...totals(suite.cases) })}>`,
    ...(counts.length === 0 ? [] : ["    <properties>", ...counts, "    </properties>"]),
    ...suite.cases.map((each) => caseXml(each, suite.name, results)),
    "  </testsuite>",
  ].join("\n");
}

function caseXml(each: ResultCase, suite: string, { find }: Results): string {
  const place = each.at === undefined ? undefined : find(each.at);
  const line = place?.span?.start.line;
  const head = `    <testcase${attributes({
    classname: suite,
    name: each.name,
    ...(place === undefined ? {} : { file: place.path }),
    ...(line === undefined ? {} : { line }),
  })}`;
  const { outcome, message } = each;
  if (outcome === "passed" && message === "") return `${head}/>`;
  const where = place === undefined ? "" : `${place.path}${line === undefined ? "" : `:${line}`}\n`;
  const inner =
    outcome === "failed"
      ? `<failure${attributes({ message })}>${escaped(where + message)}</failure>`
      : outcome === "skipped"
        ? `<skipped${attributes({ message })}/>`
        : `<system-out>${escaped(message)}</system-out>`;
  return `${head}>\n      ${inner}\n    </testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text that is well-formed in any place of an XML document: what XML cannot hold is replaced. */
function escaped(text: string): string {
  const lines = text.split("\n").map(printable).join("\n");
  return lines.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}
