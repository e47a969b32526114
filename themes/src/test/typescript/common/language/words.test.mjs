import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const areas = import.meta.glob("../../../../main/typescript/**/words.ts", { eager: true });

const bundles = Object.entries(areas).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isBundle)
    .map((bundle) => ({ file: file.replace(/^.*typescript\//, ""), bundle })),
);

function isBundle(value) {
  return typeof value === "object" && value !== null && "zhHans" in value && "zhHant" in value;
}

/** Characters that only one of the two scripts has: the tables the words of the server are tested with. */
function characters(table) {
  return new Set(readFileSync(`../providers/src/test/resources/languages/${table}`, "utf8").trim());
}

/** All words of a bundle, those that are made by functions included. */
function wordsOf(bundle) {
  return Object.values(bundle).map(String).join("\n");
}

test("there are words of every area", () => {
  expect(bundles.length).toBeGreaterThanOrEqual(13);
});

test.each(bundles)("every language has the same words in $file", ({ bundle: { en, zhHans, zhHant } }) => {
  expect(Object.keys(zhHans)).toEqual(Object.keys(en));
  expect(Object.keys(zhHant)).toEqual(Object.keys(en));
});

test.each(bundles)("each script keeps to its own characters in $file", ({ bundle: { zhHans, zhHant } }) => {
  const simplified = characters("only-simplified.txt");
  const traditional = characters("only-traditional.txt");

  expect([...wordsOf(zhHant)].filter((character) => simplified.has(character))).toEqual([]);
  expect([...wordsOf(zhHans)].filter((character) => traditional.has(character))).toEqual([]);
});
