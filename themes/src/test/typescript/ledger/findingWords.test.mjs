import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findingWords } from "../../../main/typescript/ledger/verification/findingWords";

const SAYING = "../proof/src/main/java/io/agreements/proof/ledger/outcome/Saying.java";

const sayings = [...readFileSync(SAYING, "utf8").matchAll(/^ {4}([A-Z_]+)\(\s*"(.*?)"\)[,;]/gms)].map(
  ([, code, english]) => [code, english],
);

/** What a sentence differs in; what a problem says comes behind the sentence. */
const namesIn = (sentence) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))]
    .filter((name) => name !== "problem")
    .sort();

test("whatever the verifier says is said in every language, with all that differs in it", () => {
  expect(sayings.length).toBeGreaterThan(50);
  const expected = Object.fromEntries(sayings.map(([code, english]) => [code, namesIn(english)]));
  for (const [language, words] of Object.entries(findingWords)) {
    const said = Object.fromEntries(Object.entries(words).map(([code, sentence]) => [code, namesIn(sentence)]));

    expect(said, language).toEqual(expected);
  }
});
