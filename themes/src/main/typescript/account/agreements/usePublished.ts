import { nearest } from "../../common/language/languages";
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
  const { api, reader } = useAccount();
  return useLoaded(() => textOf(api, key, version, language ?? reader), [api, key, version, language, reader]);
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
