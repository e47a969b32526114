import { inLanguage, nearestLocale } from "../language/languages";
import { useView } from "../ViewContext";

/** What an agreement is called, in the language nearest to that of whoever is looking; its key where it has no title yet. */
export function AgreementTitle({
  agreement: { key, titles, bindingLocale },
}: {
  agreement: { key: string; titles: Record<string, string>; bindingLocale: string };
}) {
  const { reader } = useView();
  const locale = nearestLocale(Object.keys(titles), reader, bindingLocale);
  return locale === undefined ? <>{key}</> : <bdi {...inLanguage(locale)}>{titles[locale]}</bdi>;
}
