import type { Areas } from "agreements/words";
import { fetchWords, type WordsPlace } from "../common/language/fetchWords";
import type { SentWords } from "../common/language/messages";

/** The words of the views, fetched when somebody needs them, once for each language. */
export class HookWords {
  readonly #place: () => WordsPlace;
  readonly #asked = new Map<string, Promise<SentWords>>();
  readonly #there = new Map<string, SentWords>();

  /** @param place where they come from; asked for when they are needed */
  constructor(place: () => WordsPlace) {
    this.#place = place;
  }

  in(locale: string): Promise<SentWords> {
    let words = this.#asked.get(locale);
    if (!words) {
      words = this.#fetch(locale);
      this.#asked.set(locale, words);
    }
    return words;
  }

  /** A word of the hook itself, as soon as it is there. */
  async say(name: keyof Areas["hook"], locale: string): Promise<string> {
    await this.in(locale);
    return this.said(name, locale);
  }

  /** The same at once; empty as long as there are none. */
  said(name: keyof Areas["hook"], locale: string): string {
    const { words, english } = this.#there.get(locale) ?? {};
    const key = `agreements.hook.${name}`;
    return words?.[key] ?? english?.[key] ?? "";
  }

  async #fetch(locale: string): Promise<SentWords> {
    try {
      const words = await fetchWords(this.#place(), locale);
      this.#there.set(locale, words);
      return words;
    } catch (cause) {
      // Whoever comes later may have more luck.
      this.#asked.delete(locale);
      throw cause;
    }
  }
}
