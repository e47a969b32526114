import { createContext, useContext } from "react";

/** Language of whoever is looking, as a BCP 47 tag or with underscores. */
export const Language = createContext<string | undefined>(undefined);

/** The language of the view around. */
export function useLocale(): string {
  const locale = useContext(Language);
  if (locale === undefined) {
    throw new Error("A part of a view stands outside of any View");
  }
  return locale;
}
