import { createContext, useContext } from "react";
import type { AgreementsApi } from "../api";

/** What the parts of a view share. */
export interface ViewContext {
  api: AgreementsApi;
  realm: string;
  /** Of the words, and of dates and names among them. */
  locale: string;
  /** Zone by which moments are told and typed, such as Asia/Shanghai or +08:00: that of the realm. */
  timeZone: string;
  /** Language of whoever is looking, in which titles and texts are wanted. */
  reader: string;
}

export const Context = createContext<ViewContext | undefined>(undefined);

/** What the view around has to offer. */
export function useView(): ViewContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error("A part of a view stands outside of any View");
  }
  return context;
}
