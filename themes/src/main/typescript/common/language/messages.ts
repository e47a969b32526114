import { useLocale } from "./Language";

type Entry = string | ((...values: never[]) => string);
type Translated<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};

/** The words of an area in every language there is. */
export interface Messages<T> {
  en: T;
  zhHans: Translated<T>;
}

/** Joins the words of two languages; one that has a word the other lacks does not compile. */
export function messages<const T extends Record<string, Entry>>(en: T, zhHans: Translated<T>): Messages<T> {
  return { en, zhHans };
}

/** The words in a language: Chinese for everything that begins with zh, English for the rest. */
export function messagesFor<T>({ en, zhHans }: Messages<T>, locale: string): Translated<T> {
  return /^zh\b/i.test(tagOf(locale)) ? zhHans : (en as Translated<T>);
}

/** The words in the language of whoever is looking. */
export function useMessages<T>(all: Messages<T>): Translated<T> {
  return messagesFor(all, useLocale());
}

/** A tag the browser knows: Keycloak also writes zh_CN. */
export function tagOf(locale: string): string {
  return locale.replaceAll("_", "-");
}

/** The name of a language in another, such as "Chinese (Simplified)". */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([tagOf(locale)], { type: "language" }).of(tagOf(language)) ?? language;
  } catch {
    return language;
  }
}

/** What is there for one language, and for the nearest if that has none. */
export function nearest<T>(byLocale: Record<string, T>, locale: string): T | undefined {
  const language = (tag: string) => tagOf(tag).toLowerCase().split("-")[0];
  const same = Object.keys(byLocale).find((tag) => tagOf(tag).toLowerCase() === tagOf(locale).toLowerCase());
  const kin = Object.keys(byLocale).find((tag) => language(tag) === language(locale));
  return byLocale[same ?? kin ?? Object.keys(byLocale)[0] ?? ""];
}
