import { readdirSync, readFileSync } from "node:fs";

const LANGUAGES = "../providers/src/main/resources/agreements-console-messages";
const ESCAPED = { n: "\n", r: "\r", t: "\t", f: "\f" };

/** The words of the consoles in a language, by key: what Java reads of the same file. */
export function wordsOf(language) {
  return propertiesIn(readFileSync(`${LANGUAGES}/${language}.properties`, "utf8"));
}

/** Reads properties that are one to a line, each with a "=" behind its key. */
export function propertiesIn(text) {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(?:[#!]|$)/.test(line));
  return new Map(
    lines.map((line) => {
      const [, key, value] = /^([^\s=:\\]+)=(.*)$/.exec(line) ?? [];
      if (key === undefined) {
        throw new Error(`This is no line of properties as they are written here: ${line}`);
      }
      return [key, value.trimStart().replace(/\\(?:u([0-9a-f]{4})|(.))/gi, unescaped)];
    }),
  );
}

function unescaped(_, code, character) {
  return code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPED[character] ?? character);
}

/** Languages there are words in. */
export function languages() {
  return readdirSync(LANGUAGES)
    .map((file) => file.replace(/\.properties$/, ""))
    .sort();
}
