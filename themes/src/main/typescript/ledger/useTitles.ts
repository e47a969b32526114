import { useMemo } from "react";
import type { Agreement } from "../api";
import { isolated, nearestLocale, useLoaded, useView } from "../common";

/**
 * The titles of agreements by key, in the language of whoever is looking; none as long as they are on their way, undefined
 * where whoever is looking may not see agreements.
 */
export function useTitles(): ReadonlyMap<string, string> | undefined {
  const { api, reader } = useView();
  const { value, isLoading } = useLoaded<Agreement[]>(() => api.agreements(), [api]);
  return useMemo(
    () =>
      value === undefined && !isLoading
        ? undefined
        : new Map(
            value?.map(({ key, titles, bindingLocale }) => {
              const locale = nearestLocale(Object.keys(titles), reader, bindingLocale);
              return [key, isolated(titles[locale ?? ""] ?? key, locale)];
            }),
          ),
    [value, isLoading, reader],
  );
}
