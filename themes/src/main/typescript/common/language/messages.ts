import { useLocale } from "./Language";
import { nameOf, scriptOf, tagOf } from "./languages";

type Entry = string | ((...values: never[]) => string);
type Translated<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};

/** The words of an area in every language there is. */
export interface Messages<T> {
  en: T;
  zhHans: Translated<T>;
  zhHant: Translated<T>;
}

/** Joins the words of all languages; one that has a word another lacks does not compile. */
export function messages<const T extends Record<string, Entry>>(
  en: T,
  zhHans: Translated<T>,
  zhHant: Translated<T>,
): Messages<T> {
  return { en, zhHans, zhHant };
}

/** The words for a reader: Chinese ones in the reader's script, English ones for the rest. */
export function messagesFor<T>({ en, zhHans, zhHant }: Messages<T>, locale: string): Translated<T> {
  if (nameOf(locale) !== "zh") {
    return en as Translated<T>;
  }
  return scriptOf(locale) === "Hant" ? zhHant : zhHans;
}

/** The language of the words for a reader, as the reader writes it: en-GB for en-GB, but en for ja. */
export function spokenTo(reader: string): string {
  return ["zh", "en"].includes(nameOf(reader)) ? tagOf(reader) : "en";
}

/** The words in the language of whoever is looking. */
export function useMessages<T>(all: Messages<T>): Translated<T> {
  return messagesFor(all, useLocale());
}

/** The name of a language in another, such as "Chinese (Simplified)". */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([tagOf(locale)], { type: "language" }).of(tagOf(language)) ?? language;
  } catch {
    return language;
  }
}
