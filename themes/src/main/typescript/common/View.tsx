import { type PropsWithChildren, useMemo } from "react";
import { AgreementsApi } from "../api";
import { Alerts } from "./alerts/Alerts";
import { Language } from "./language/Language";
import { SCOPE } from "./scope";
import { Context } from "./ViewContext";
import type { ViewProps } from "./ViewProps";
import "./common.css";

/** What every view stands in: API, language, styles, alerts. */
export function View({ realm, adminBaseUrl, locale, getAccessToken, children }: PropsWithChildren<ViewProps>) {
  const api = useMemo(
    () => new AgreementsApi({ realm, adminBaseUrl, locale, getAccessToken }),
    [realm, adminBaseUrl, locale, getAccessToken],
  );
  const context = useMemo(() => ({ api, realm, locale }), [api, realm, locale]);
  return (
    <Language.Provider value={locale}>
      <Context.Provider value={context}>
        <div className={SCOPE}>
          <Alerts>{children}</Alerts>
        </div>
      </Context.Provider>
    </Language.Provider>
  );
}
