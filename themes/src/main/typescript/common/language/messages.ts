import type { Areas } from "agreements/words";
import { createInstance, type TFunction } from "i18next";
import { useContext } from "react";
import { Reader, useLocale } from "./Language";
import { tagOf } from "./languages";

/** The words of a console for a reader, as the server sends them: what the realm and its theme say comes before our own. */
export interface SentWords {
  /** The language of these words as the reader writes it; English where there are none in the reader's. */
  language: string;
  words: Record<string, string>;
  /** For those that are missing in that language. */
  english: Record<string, string>;
  /** Names the words of the dialogs in which something is decided, if there are any in that console. */
  dialogs?: string;
}

/** Which words of the dialogs somebody was shown. */
export interface ShownWords {
  locale: string;
  digest: string;
}

const PREFIX = "agreements.";
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const GENERAL_FORM = "_other";
const CASE_MARK = "__";

/** What a word is put together from: the values that stand in it, and `context` and `count`, which choose among its forms. */
type Values = Record<string, string | number | undefined>;
type ValuesOf<P extends string> = "context" extends P
  ? { context: string } | Partial<Record<Exclude<P, "context">, string | number | undefined>>
  : { [V in P]: V extends "count" ? number : string | number };

/** Names of the words that take values. */
type Taking<T> = { [N in keyof T]: [T[N]] extends [never] ? never : N }[keyof T];
type Giving<T> = {
  [N in Taking<T>]: (...given: never[]) => ValuesOf<T[N] & string>;
};

/** The words of an area of the views: their names are those in the file of English words. */
export interface Area<A extends keyof Areas, F> {
  readonly area: A;
  readonly values: F;
}

type Sentence = (values: Record<string, string>) => string;

/** The words of an area in one language. */
export type WordsOf<W> =
  W extends Area<infer A, infer F>
    ? {
        readonly [N in keyof Areas[A]]: F extends Sentence
          ? Sentence
          : N extends keyof F
            ? F[N] extends (...given: infer V) => unknown
              ? (...given: V) => string
              : string
            : string;
      }
    : never;

/**
 * The words of an area.
 *
 * @param values for each word that takes any, how they come from what it is called with
 */
export function words<A extends keyof Areas, const F extends Giving<Areas[A]>>(
  area: A,
  values: F & Record<Exclude<keyof F, keyof Areas[A]>, never>,
): Area<A, F> {
  return { area, values };
}

const asTheyAre: Sentence = () => "";

/** The words of an area that each take whatever values are there, by name. */
export function sentences<A extends keyof Areas>(area: A): Area<A, Sentence> {
  return { area, values: asTheyAre };
}

/** The words in one language, and what was made of them. */
class Spoken {
  readonly language: string;
  readonly dialogs: string | undefined;
  readonly #keys: string[];
  readonly #translate: TFunction;
  readonly #areas = new Map<string, object>();

  constructor({ language, words: sent, english, dialogs }: SentWords) {
    this.language = language;
    this.dialogs = dialogs;
    const words = withEachForm(sent, language);
    this.#keys = Object.keys({ ...english, ...words });
    // As the library writes it, which looks for no other.
    const [code = language] = Intl.getCanonicalLocales(language);
    const instance = createInstance({
      lng: code,
      fallbackLng: "en",
      load: "currentOnly",
      initAsync: false,
      resources: { en: { words: english }, [code]: { words } },
      ns: "words",
      defaultNS: "words",
      keySeparator: false,
      nsSeparator: false,
      contextSeparator: CASE_MARK,
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      missingInterpolationHandler: (_text: string, [place]: RegExpExecArray) => place,
    });
    void instance.init();
    this.#translate = instance.t;
  }

  of({ area, values }: { area: string; values: unknown }): object {
    const known = this.#areas.get(area);
    if (known) {
      return known;
    }
    const made = Object.fromEntries([...this.#namesIn(area)].map((name) => [name, this.#word(area, name, values)]));
    this.#areas.set(area, made);
    return made;
  }

  #namesIn(area: string): Set<string> {
    const prefix = `${PREFIX}${area}.`;
    const forms = this.#keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return new Set(
      forms.filter((form) => !form.includes(".")).map((form) => form.replace(PLURAL, "").split(CASE_MARK)[0]!),
    );
  }

  #word(area: string, name: string, values: unknown): unknown {
    const key = `${PREFIX}${area}.${name}`;
    if (values === asTheyAre) {
      return (given: Values) => this.#say(key, given);
    }
    const valuesOf = (values as Record<string, ((...given: unknown[]) => Values) | undefined>)[name];
    return valuesOf ? (...given: unknown[]) => this.#say(key, valuesOf(...given)) : this.#say(key, {});
  }

  /** What somebody has written is never taken for a reference to another word. */
  #say(key: string, { context, count, ...values }: Values): string {
    return this.#translate(key, {
      ...(context !== undefined && { context: String(context) }),
      ...(count !== undefined && { count: Number(count) }),
      replace: { ...values, count },
      nest: false,
    });
  }
}

/** Where a form for a number is left out, the general one stands for it; otherwise there would be no word for that number. */
function withEachForm(words: Record<string, string>, language: string): Record<string, string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const general = Object.entries(words).filter(([key]) => key.endsWith(GENERAL_FORM));
  const each = general.flatMap(([key, word]) =>
    forms.map((form) => [`${key.slice(0, -GENERAL_FORM.length)}_${form}`, word] as const),
  );
  return { ...Object.fromEntries(each), ...words };
}

const spoken = new Map<string, Spoken>();

/** Takes the words for a reader. Until then there is nothing to draw a view with. */
export function speak(reader: string, sent: SentWords) {
  const words = new Spoken(sent);
  spoken.set(tagOf(reader), words);
  if (!spoken.has(tagOf(sent.language))) {
    spoken.set(tagOf(sent.language), words);
  }
}

function spokenFor(locale: string): Spoken {
  const words = spoken.get(tagOf(locale));
  if (!words) {
    throw new Error(`There are no words yet for readers of ${locale}`);
  }
  return words;
}

/** The language of the words for a reader, as the reader writes it: en-GB for en-GB, but en where there are none in it. */
export function spokenTo(reader: string): string {
  return spokenFor(reader).language;
}

/** Which words of the dialogs a reader is shown; undefined where the server does not name them. */
export function dialogsShownTo(reader: string): ShownWords | undefined {
  const { dialogs } = spokenFor(reader);
  return dialogs === undefined ? undefined : { locale: tagOf(reader), digest: dialogs };
}

/** The words of an area for a reader. */
export function messagesFor<W extends Area<keyof Areas, unknown>>(area: W, locale: string): WordsOf<W> {
  return spokenFor(locale).of(area) as WordsOf<W>;
}

/** The words of an area for whoever is looking. */
export function useMessages<W extends Area<keyof Areas, unknown>>(area: W): WordsOf<W> {
  const language = useLocale();
  return messagesFor(area, useContext(Reader) ?? language);
}

/** The name of a language in another, such as "Chinese (Simplified)". */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([tagOf(locale)], { type: "language" }).of(tagOf(language)) ?? language;
  } catch {
    return language;
  }
}
