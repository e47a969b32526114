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

/** Whether a text still says that it is a template. */
export function isTemplate(content: string): boolean {
  return Object.values(templateWords).some(({ note }) => content.includes(note));
}
