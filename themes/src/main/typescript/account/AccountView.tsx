import { type PropsWithChildren, useMemo } from "react";
import { Alerts } from "../common/alerts/Alerts";
import { Language, Reader } from "../common/language/Language";
import { spokenTo } from "../common/language/messages";
import { Spoken } from "../common/Spoken";
import { useLoaded } from "../common/asking/useLoaded";
import { Waiting } from "../common/asking/Waiting";
import { Account } from "./AccountContext";
import { MyApi, type MyApiAccess } from "./api";
import "../common/common.css";
import "../common/text.css";
import "./account.css";

/** What every page is given, and all it knows of where it is shown. */
export interface AccountProps extends MyApiAccess {
  /** Leaves the page for something Keycloak asks of the user, and comes back to it. */
  login: (action: string) => Promise<void>;
}

/** What every page stands in: API, what may be done, language, styles, alerts. */
export function AccountView({
  serverBaseUrl,
  realm,
  locale,
  getAccessToken,
  login,
  children,
}: PropsWithChildren<AccountProps>) {
  const api = useMemo(
    () => new MyApi({ serverBaseUrl, realm, locale, getAccessToken }),
    [serverBaseUrl, realm, locale, getAccessToken],
  );
  const access = useLoaded(() => api.access(), [api]);
  return (
    <Language.Provider value={spokenTo(locale)}>
      <Reader.Provider value={locale}>
        <Spoken language={spokenTo(locale)} className="agreements-account">
          <Alerts>
            <Waiting for={access}>
              {(allowed) => (
                <Account.Provider value={{ api, access: allowed, login, reader: locale }}>{children}</Account.Provider>
              )}
            </Waiting>
          </Alerts>
        </Spoken>
      </Reader.Provider>
    </Language.Provider>
  );
}
