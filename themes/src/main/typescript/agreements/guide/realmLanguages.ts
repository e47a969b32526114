import type { RealmLanguages } from "../../api";
import { nearestLocale, writtenLanguage } from "../../common";

/** In which languages a realm's pages are. */
export interface Offered {
  /** Tags of texts. */
  languages: readonly string[];
  /** The one a new agreement begins with, for whoever is looking. */
  first: string;
}

/** What Keycloak says of a realm's languages, as the tags that texts have. A realm that speaks one language speaks English. */
export function offeredBy(realm: RealmLanguages, reader: string): Offered {
  const spoken = realm.internationalizationEnabled ? (realm.supportedLocales ?? []) : [];
  const usual = realm.internationalizationEnabled ? (realm.defaultLocale ?? "en") : "en";
  const languages = [...new Set([...spoken, usual].map(writtenLanguage))].sort();
  return { languages, first: nearestLocale(languages, reader, writtenLanguage(usual)) ?? "en" };
}
