import { createContext, useContext } from "react";
import { useLocale } from "../common/language/Language";
import type { MyAccess, MyApi } from "./api";
import { momentIn } from "./moments";

/** What the parts of a page share. */
export interface AccountContext {
  api: MyApi;
  access: MyAccess;
  login: (action: string) => Promise<void>;
  /** Language of whoever is looking, in which texts are wanted. */
  reader: string;
}

export const Account = createContext<AccountContext | undefined>(undefined);

/** What the page around has to offer. */
export function useAccount(): AccountContext {
  const context = useContext(Account);
  if (!context) {
    throw new Error("A part of a page stands outside of any AccountView");
  }
  return context;
}

/** Tells moments as the realm does, in the language of whoever is looking. */
export function useMoment(): (millis: number) => string {
  const locale = useLocale();
  const { timeZone } = useAccount().access;
  return (millis) => momentIn(timeZone, millis, locale);
}
