import { useLocale } from "../../common/language/Language";
import { nearest } from "../../common/language/messages";
import { type Loaded, useLoaded } from "../../common/asking/useLoaded";
import { useAccount } from "../AccountContext";
import type { MyApi, PublishedText } from "../api";

/** A text of a version, as everybody can read it. */
export interface Shown extends PublishedText {
  version: number;
  /** Language of the text that binds. */
  bindingLocale: string;
}

/**
 * Loads a text of a published version.
 *
 * @param language of the very text; the one nearest to the language of whoever is looking if left out
 */
export function usePublished(key: string, version: number, language?: string): Loaded<Shown> {
  const { api } = useAccount();
  const locale = useLocale();
  return useLoaded(() => textOf(api, key, version, language ?? locale), [api, key, version, language, locale]);
}

async function textOf(api: MyApi, key: string, number: number, language: string): Promise<Shown> {
  const { version, bindingLocale } = await api.published(key, number);
  const texts = Object.fromEntries(version.texts.map((text) => [text.locale, text]));
  // What binds comes first, so that it is what is left where no language suits.
  const text = nearest({ ...(texts[bindingLocale] && { [bindingLocale]: texts[bindingLocale] }), ...texts }, language);
  if (!text) {
    throw new Error(`Version ${number} of ${key} has no text`);
  }
  return { ...text, version: version.number, bindingLocale };
}
