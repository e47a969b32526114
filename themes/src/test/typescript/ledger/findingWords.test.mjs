import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages, wordsOf } from "../../../../tools/properties.mjs";

const SAYING = "../proof/src/main/java/io/agreements/proof/ledger/outcome/Saying.java";
const PREFIX = "agreements.ledger.verification.finding.";

const sayings = [...readFileSync(SAYING, "utf8").matchAll(/^ {4}([A-Z_]+)\(\s*"(.*?)"\)[,;]/gms)].map(
  ([, code, english]) => [code, english],
);

/** What a sentence differs in; what a problem says comes behind the sentence. */
const namesIn = (sentence) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))]
    .filter((name) => name !== "problem")
    .sort();

test.each(languages())("whatever the verifier says is said in %s, with all that differs in it", (language) => {
  expect(sayings.length).toBeGreaterThan(50);
  const said = [...wordsOf(language)]
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, sentence]) => [key.slice(PREFIX.length), namesIn(sentence)]);

  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(sayings.map(([code, english]) => [code, namesIn(english)])),
  );
});
