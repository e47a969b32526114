// Makes target/words.d.ts: which words there are for the consoles, by the area of the views they belong to, and which
// values each of them takes; so that a word that is in no file does not compile.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { wordsOf } from "./properties.mjs";

const PREFIX = "agreements.";
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const CASE = /__.+$/;
const FILE = "target/words.d.ts";

/** The values a word takes by area and name: what stands in it in braces, and what chooses among its forms. */
export function areasOf(words) {
  const areas = new Map();
  for (const [key, text] of words) {
    const place = key.lastIndexOf(".");
    const area = key.slice(PREFIX.length, place);
    const form = key.slice(place + 1);
    const name = form.replace(PLURAL, "").replace(CASE, "");
    const names = areas.get(area) ?? areas.set(area, new Map()).get(area);
    const values = names.get(name) ?? names.set(name, new Set()).get(name);
    for (const [, value] of text.matchAll(/\{\{(\w+)\}\}/g)) {
      values.add(value);
    }
    if (PLURAL.test(form)) {
      values.add("count");
    }
    if (CASE.test(form.replace(PLURAL, ""))) {
      values.add("context");
    }
  }
  return areas;
}

/** Writes them where the compiler and an editor look for them. */
export function writeTypes() {
  const areas = [...areasOf(wordsOf("en"))].map(([area, names]) => {
    const lines = [...names].map(
      ([name, values]) =>
        `    ${JSON.stringify(name)}: ${[...values].map((value) => JSON.stringify(value)).join(" | ") || "never"};\n`,
    );
    return `  ${JSON.stringify(area)}: {\n${lines.join("")}  };\n`;
  });
  const types = `declare module "agreements/words" {\n  interface Areas {\n${areas.join("")}  }\n}\n`;
  mkdirSync("target", { recursive: true });
  if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== types) {
    writeFileSync(FILE, types);
  }
}
