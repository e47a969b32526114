import { nearest } from "../../common/language/languages";
import { type Loaded, useLoaded } from "../../common/asking/useLoaded";
import { useAccount } from "../AccountContext";
import type { MyApi, PublishedText } from "../api";

/** A text of a version, as everybody can read it. */
export interface Shown extends PublishedText {
  version: number;
  /** Language of the text that binds. */
  bindingLocale: string;
  /** Digests of the clauses that attention was drawn to in a version accepted before, in this language. */
  accepted?: ReadonlySet<string>;
}

/**
 * Loads a text of a published version.
 *
 * @param language of the very text; the one nearest to the language of whoever is looking if left out
 * @param accepted number of a version accepted before, with which its clauses are compared
 */
export function usePublished(
  key: string,
  version: number,
  { language, accepted }: { language?: string | undefined; accepted?: number | undefined } = {},
): Loaded<Shown> {
  const { api, reader } = useAccount();
  return useLoaded(async () => {
    const shown = await textOf(api, key, version, language ?? reader);
    return accepted === undefined || !shown.attention
      ? shown
      : { ...shown, ...(await clausesOf(api, key, accepted, shown.locale)) };
  }, [api, key, version, language, accepted, reader]);
}

/** Nothing if the version has no text in that language. */
async function clausesOf(api: MyApi, key: string, number: number, locale: string): Promise<Pick<Shown, "accepted">> {
  const { version } = await api.published(key, number);
  const text = version.texts.find((one) => one.locale === locale);
  return text ? { accepted: new Set((text.attention ?? []).map(({ digest }) => digest)) } : {};
}

async function textOf(api: MyApi, key: string, number: number, language: string): Promise<Shown> {
  const { version, bindingLocale } = await api.published(key, number);
  const texts = Object.fromEntries(version.texts.map((text) => [text.locale, text]));
  const text = nearest(texts, language, bindingLocale);
  if (!text) {
    throw new Error(`Version ${number} of ${key} has no text`);
  }
  return { ...text, version: version.number, bindingLocale };
}
