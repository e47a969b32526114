import { describe, expect, test } from "vitest";
import {
  blankIn,
  hasTemplates,
  isTemplate,
  templateIn,
  TEMPLATES,
} from "../../../../main/typescript/agreements/guide/template/templates";

const LANGUAGES = ["en", "zh-Hans", "zh-Hant"];
const articlesOf = (text: string) => text.match(/^## .*$/gm) ?? [];

describe.each(TEMPLATES)("the template %s", (template) => {
  test.each(LANGUAGES)("says in %s that a lawyer is to review it, as long as that line is there", (language) => {
    const text = templateIn(template, language);
    const [first = "", ...rest] = text.split("\n");

    expect(first).toMatch(/lawyer|律师|律師/);
    expect(isTemplate(text)).toBe(true);
    expect(isTemplate(rest.join("\n"))).toBe(false);
  });

  test("has as many articles in each language, or it could not be published", () => {
    const counts = LANGUAGES.map((language) => articlesOf(templateIn(template, language)).length);

    expect(new Set(counts)).toEqual(new Set([8]));
  });

  test("is written in the script of the language", () => {
    expect(templateIn(template, "zh-TW")).toBe(templateIn(template, "zh-Hant"));
    expect(templateIn(template, "zh-Hant")).not.toBe(templateIn(template, "zh-Hans"));
  });
});

test.each([
  ["You must be at least [age] years old.", "[age]"],
  ["由【公司名称和地址】运营。", "【公司名称和地址】"],
  ["[contact](mailto:us@example.com), [contact][1] or [contact]: see below", undefined],
  ["> [!IMPORTANT]\n> We are not liable. [x] [^1]", undefined],
  ["You must be at least 18 years old.", undefined],
])("a blank nobody has filled in is found, and nothing else: %s", (content, blank) => {
  expect(blankIn(content)).toBe(blank);
});

test.each(TEMPLATES)("every template has blanks to be filled in: %s", (template) => {
  expect(LANGUAGES.map((language) => blankIn(templateIn(template, language)))).not.toContain(undefined);
});

test("there are templates in the languages of the product alone", () => {
  expect(["en-GB", "zh-Hant", "fr", "ar"].filter(hasTemplates)).toEqual(["en-GB", "zh-Hant"]);
});
