import { messagesFor, nameOf } from "../../../common";
import { templateWords } from "./words";

export const TEMPLATES = ["TERMS", "PRIVACY"] as const;
export type Template = (typeof TEMPLATES)[number];

/** Whether there are templates in a language. */
export function hasTemplates(language: string): boolean {
  return ["en", "zh"].includes(nameOf(language));
}

/** A template in a language there is one in, with the line that says what it is. */
export function templateIn(template: Template, language: string): string {
  const { note, terms, privacy } = messagesFor(templateWords, language);
  return `> **${note}**\n\n${template === "TERMS" ? terms : privacy}`;
}

/** Whether a text still says that it is a template. */
export function isTemplate(content: string): boolean {
  const { en, zhHans, zhHant } = templateWords;
  return [en.note, zhHans.note, zhHant.note].some((note) => content.includes(note));
}
