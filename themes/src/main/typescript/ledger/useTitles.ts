import { useMemo } from "react";
import type { Agreement } from "../api";
import { nearest, useLoaded, useView } from "../common";

/**
 * The titles of agreements by key, in the language of whoever is looking; none as long as they are on their way, undefined
 * where whoever is looking may not see agreements.
 */
export function useTitles(): ReadonlyMap<string, string> | undefined {
  const { api, locale } = useView();
  const { value, isLoading } = useLoaded<Agreement[]>(() => api.agreements(), [api]);
  return useMemo(
    () =>
      value === undefined && !isLoading
        ? undefined
        : new Map(value?.map(({ key, titles }) => [key, nearest(titles, locale) ?? key])),
    [value, isLoading, locale],
  );
}
