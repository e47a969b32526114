/** Scripts from right to left, as the Unicode Common Locale Data Repository (47) has them, and Nastaliq. */
const FROM_RIGHT = new Set(
  (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh " +
    "Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi"
  ).split(" "),
);

/** Languages that go by several names. */
const NAMES: Record<string, string> = {
  iw: "he",
  ji: "yi",
  in: "id",
  nb: "no",
  nn: "no",
  cmn: "zh",
  yue: "zh",
  prs: "fa",
  pes: "fa",
  fil: "tl",
  arb: "ar",
  sh: "sr",
};

const FROM_RIGHT_LETTER = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A tag the browser knows: Keycloak also writes zh_CN. */
export function tagOf(locale: string): string {
  return locale.replaceAll("_", "-");
}

/** ISO 15924 code: the script the tag names, or else the one the language is most likely written in. */
export function scriptOf(locale: string): string {
  return localeOf(locale)?.maximize().script ?? "Latn";
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return FROM_RIGHT.has(scriptOf(locale)) ? "rtl" : "ltr";
}

/** What says of an element that its words are in a language. */
export function inLanguage(locale: string): { lang: string; dir: "ltr" | "rtl" } {
  return { lang: tagOf(locale), dir: directionOf(locale) };
}

/** The tag of a text for readers of a language: Chinese is named by its script, not by a country. */
export function writtenLanguage(locale: string): string {
  return nameOf(locale) === "zh" ? `zh-${scriptOf(locale)}` : tagOf(locale);
}

/** The language without script and country, by the one name it has here. */
export function nameOf(locale: string): string {
  const name = localeOf(locale)?.language ?? "";
  return NAMES[name] ?? name;
}

/**
 * Somebody's words for a sentence of ours, between the marks that Unicode has for it where they run from right to left: all
 * our own words run from left to right.
 *
 * @param locale of the words; left out if that is not known, then they run as they begin
 */
export function isolated(words: string, locale?: string): string {
  const fromRight = locale !== undefined && directionOf(locale) === "rtl";
  if (!fromRight && !FROM_RIGHT_LETTER.test(words)) {
    return words;
  }
  return `${locale === undefined ? "\u2068" : fromRight ? "\u2067" : "\u2066"}${words}\u2069`;
}

/**
 * The locale that suits a reader, by the rule the server has: the reader's language as the reader writes it; else English;
 * else what binds, or the first.
 */
export function nearestLocale(available: readonly string[], reader: string, binding?: string): string | undefined {
  const wanted = nameOf(reader);
  const isLanguage = (tag: string) => nameOf(tag) === wanted;
  const isWritten = (tag: string) => isLanguage(tag) && scriptOf(tag) === scriptOf(reader);
  const isAnywhere = (tag: string) => !localeOf(tag)?.region;
  const isEnglish = (tag: string) => nameOf(tag) === "en";
  const suiting: ((tag: string) => boolean)[] = [
    (tag) => tagOf(tag).toLowerCase() === tagOf(reader).toLowerCase(),
    (tag) => isWritten(tag) && isAnywhere(tag),
    isWritten,
    // Its readers learn both of its scripts at school.
    (tag) => isLanguage(tag) && wanted === "sr",
    (tag) => isLanguage(tag) && tag === binding,
    (tag) => isEnglish(tag) && isAnywhere(tag),
    isEnglish,
    isLanguage,
    (tag) => tag === binding,
    () => true,
  ];
  return suiting.map((suits) => available.find(suits)).find((tag) => tag !== undefined);
}

/** What is there for the locale that suits a reader. */
export function nearest<T>(byLocale: Record<string, T>, reader: string, binding?: string): T | undefined {
  return byLocale[nearestLocale(Object.keys(byLocale), reader, binding) ?? ""];
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tagOf(tag));
  } catch {
    return undefined;
  }
}
