// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areasOf } from "../../../../../tools/words.mjs";
import { languages, wordsOf } from "../../../../../tools/properties.mjs";

const SOURCE = "src/main/typescript";
const PLURAL = /_(zero|one|two|few|many|other)$/;

const english = wordsOf("en");
const translations = languages().filter((language) => language !== "en");

/** What a key is without the form for a number. */
const withoutForm = (key) => key.replace(PLURAL, "");

/** The values that stand in the forms of each word together. */
function valuesOf(words) {
  const values = new Map();
  for (const [key, text] of words) {
    const said = [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, value]) => value);
    values.set(withoutForm(key), new Set([...(values.get(withoutForm(key)) ?? []), ...said]));
  }
  return Object.fromEntries([...values].map(([key, names]) => [key, [...names].sort()]));
}

/** The keys a language has to have: those of English, with the forms for numbers that are its own. */
function keysIn(language) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) => {
    const form = PLURAL.exec(key)?.[1];
    return form === undefined || form === "zero" ? [key] : forms.map((own) => `${withoutForm(key)}_${own}`);
  });
  return [...new Set(keys)].sort();
}

/** Characters that only one of the two scripts has: the tables the words of the server are tested with. */
function characters(table) {
  return new Set(readFileSync(`../providers/src/test/resources/languages/${table}`, "utf8").trim());
}

test("the languages of the product are there", () => {
  expect(languages()).toEqual(expect.arrayContaining(["de", "en", "ja", "zh-Hans", "zh-Hant"]));
});

test.each(translations)("every word is there in %s, and no other", (language) => {
  expect([...wordsOf(language).keys()].sort()).toEqual(keysIn(language));
});

test.each(translations)("the words in %s have the values of the English ones", (language) => {
  expect(valuesOf(wordsOf(language))).toEqual(valuesOf(english));
});

test.each(languages())("no word in %s is empty, is there twice or refers to another", (language) => {
  const file = readFileSync(
    `../providers/src/main/resources/agreements-console-messages/${language}.properties`,
    "utf8",
  );
  const keys = file.split("\n").flatMap((line) => (line.startsWith("agreements.") ? [line.split("=")[0]] : []));

  expect(new Set(keys).size).toBe(keys.length);
  expect([...wordsOf(language)].filter(([, text]) => text.trim() === "" || text.includes("$t("))).toEqual([]);
});

test.each([
  ["zh-Hans", "only-traditional.txt"],
  ["zh-Hant", "only-simplified.txt"],
])("%s keeps to its own characters", (language, foreign) => {
  const others = characters(foreign);

  expect([...[...wordsOf(language).values()].join("")].filter((character) => others.has(character))).toEqual([]);
});

test("every area of words belongs to views, and the other way round", () => {
  const areas = readdirSync(SOURCE, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(`${SOURCE}/${file}`, "utf8").matchAll(/ = (?:words|sentences)\("([\w.]+)"/g)])
    .map(([, area]) => area);

  expect([...areas, "hook"].sort()).toEqual([...areasOf(english).keys()].sort());
});
