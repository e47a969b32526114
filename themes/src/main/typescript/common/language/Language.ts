import { createContext, useContext } from "react";

/** Language of the words of a view, as a BCP 47 tag: that of whoever is looking, or English where there are none in it. */
export const Language = createContext<string | undefined>(undefined);

/** Whoever reads the view: who has English words may have some of their own among them, which nobody else is shown. */
export const Reader = createContext<string | undefined>(undefined);

/** The language of the words of the view around. */
export function useLocale(): string {
  const locale = useContext(Language);
  if (locale === undefined) {
    throw new Error("A part of a view stands outside of any View");
  }
  return locale;
}
