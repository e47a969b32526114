import { type PropsWithChildren, useMemo } from "react";
import { AgreementsApi } from "../api";
import { Alerts } from "./alerts/Alerts";
import { Language } from "./language/Language";
import { spokenTo } from "./language/messages";
import { Spoken } from "./Spoken";
import { Context } from "./ViewContext";
import type { ViewProps } from "./ViewProps";
import "./common.css";
import "./text.css";

/** What every view stands in: API, language, styles, alerts. */
export function View({ realm, adminBaseUrl, locale, getAccessToken, children }: PropsWithChildren<ViewProps>) {
  const api = useMemo(
    () => new AgreementsApi({ realm, adminBaseUrl, locale, getAccessToken }),
    [realm, adminBaseUrl, locale, getAccessToken],
  );
  const context = useMemo(() => ({ api, realm, locale: spokenTo(locale), reader: locale }), [api, realm, locale]);
  return (
    <Language.Provider value={context.locale}>
      <Context.Provider value={context}>
        <Spoken language={context.locale}>
          <Alerts>{children}</Alerts>
        </Spoken>
      </Context.Provider>
    </Language.Provider>
  );
}
