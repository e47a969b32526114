import { nameOf, scriptOf } from "../../../common";
import { templateWords } from "./words";

export const TEMPLATES = ["TERMS", "PRIVACY"] as const;
export type Template = (typeof TEMPLATES)[number];

/** Whether there are templates in a language. */
export function hasTemplates(language: string): boolean {
  return ["en", "zh"].includes(nameOf(language));
}

/** A template in a language there is one in, with the line that says what it is. */
export function templateIn(template: Template, language: string): string {
  const { note, terms, privacy } = wordsIn(language);
  return `> **${note}**\n\n${template === "TERMS" ? terms : privacy}`;
}

function wordsIn(language: string) {
  const { en, zhHans, zhHant } = templateWords;
  if (nameOf(language) !== "zh") {
    return en;
  }
  return scriptOf(language) === "Hant" ? zhHant : zhHans;
}

const ALL = [templateWords.en, templateWords.zhHans, templateWords.zhHant];

/** What is to be filled in: words in brackets that are no mark of an alert. */
const BLANK = /\[[^\]!][^\]]*\]|【[^】]+】/g;

const BLANKS = new Set(ALL.flatMap(({ terms, privacy }) => (terms + privacy).match(BLANK) ?? []));

/** Whether a text still says that it is a template. */
export function isTemplate(content: string): boolean {
  return ALL.some(({ note }) => content.includes(note));
}

/** The first blank of a template that nobody has filled in; words of a link with an address are none. */
export function blankIn(content: string): string | undefined {
  for (const { 0: blank, index } of content.matchAll(BLANK)) {
    if (BLANKS.has(blank) && !/^[([:]/.test(content.slice(index + blank.length))) {
      return blank;
    }
  }
  return undefined;
}
