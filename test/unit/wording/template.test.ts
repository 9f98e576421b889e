import { expect, test } from "vitest";
import { fillTemplate } from "../../../src/wording/template.ts";

test("escapes for a page and not for plain text", () => {
  expect(fillTemplate("<p>{{a}}</p>", { a: '<b> & "q"' }, "html")).toBe(
    "<p>&lt;b&gt; &amp; &quot;q&quot;</p>",
  );
  expect(fillTemplate("{{a}}", { a: '<b> & "q"' }, "text")).toBe('<b> & "q"');
});

test("a name that the values lack is an error that names it", () => {
  expect(() => fillTemplate("{{missing}}", { a: 1 }, "text")).toThrow(/missing/u);
});

test("what is inherited is not read", () => {
  const values = Object.assign(Object.create({ secret: "inherited" }) as object, { a: "own" });
  expect(fillTemplate("{{a}}", values, "text")).toBe("own");
  expect(() => fillTemplate("{{a.length.constructor.name}}", values, "text")).toThrow();
  expect(fillTemplate("{{#if (lookup this 'secret')}}seen{{/if}}", values, "text")).toBe("");
});

test("a helper that is not Handlebars' own is an error", () => {
  expect(() => fillTemplate("{{shout a}}", { a: "x" }, "text")).toThrow(/shout/u);
});

test("values are not templates", () => {
  expect(fillTemplate("{{a}}", { a: "{{b}}", b: "x" }, "text")).toBe("{{b}}");
});
