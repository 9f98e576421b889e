import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/values.ts";
import { renderTerminal } from "../../../src/render/terminal.ts";
import { countColumns } from "../../../src/render/terminal-text.ts";
import { renderSample, renderSampleOf } from "../../support/render-sample.ts";

test.each([
  ["Å", 1],
  ["A\u030a", 1],
  ["日本", 4],
  ["😀", 2],
  ["−12\u00a0€", 5],
])("%j takes %i columns", (text, columns) => {
  expect(countColumns(text)).toBe(columns);
});

for (const width of [20, 40, 80, 120]) {
  for (const language of LANGUAGES) {
    test(`no line is wider than ${width} columns in ${language}`, () => {
      const lines = renderTerminal(renderSample(language), { width, colour: false }).split("\n");
      expect(lines.filter((line) => countColumns(line) > width)).toEqual([]);
    });
  }
}

test("colour is there only when asked for, and says nothing that words do not", () => {
  const plain = renderTerminal(renderSample("sv"), { width: 80, colour: false });
  const coloured = renderTerminal(renderSample("sv"), { width: 80, colour: true });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[31m");
  expect(stripVTControlCharacters(coloured)).toBe(plain);
  expect(plain).toContain("[K4] Reservkraftsaggregat");
});

test("control sequences in the text do not reach the terminal", () => {
  expect(renderTerminal(renderSample("en"), { width: 80, colour: false })).not.toMatch(
    /[^\P{Cc}\n]/u,
  );
});

test("a table too narrow for columns tells its rows one below the other, nothing left out", () => {
  const titles = ["Sopimus", "Nimi", "Luokka", "Varautuminen", "Kiireellisyys"];
  const columns = titles.map((title) => ({ title, align: "start", width: 1 }) as const);
  const cells = ["NS-1", "Dialyysitarvikkeet", "K4", "39–64 %", "P1"];
  const rows = [cells.map((text) => ({ text: [{ kind: "text", text }] as const }))];
  const text = renderTerminal(
    renderSampleOf("fi", [{ kind: "table", caption: "t", columns, rows }]),
    { width: 24, colour: false },
  );
  expect(text.replace(/\s+/gu, " ")).toContain(
    "Sopimus: NS-1 Nimi: Dialyysitarvikkeet Luokka: K4 Varautuminen: 39–64 % Kiireellisyys: P1",
  );
});

test("the bars tell their numbers too", () => {
  const text = renderTerminal(renderSample("en"), { width: 100, colour: false });
  expect(text).toMatch(/Emergency transmitter maintenance: 39–64 % +█{12}▒{7}·{11}\n/u);
});
