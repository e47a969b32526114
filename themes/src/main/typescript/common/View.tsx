import { type PropsWithChildren, useMemo } from "react";
import { AgreementsApi, ApiError } from "../api";
import { Alerts } from "./alerts/Alerts";
import { useLoaded } from "./asking/useLoaded";
import { Waiting } from "./asking/Waiting";
import { Language, Reader } from "./language/Language";
import { spokenTo } from "./language/messages";
import { knownZone, UTC } from "./language/zone";
import { Spoken } from "./Spoken";
import { Context } from "./ViewContext";
import type { ViewProps } from "./ViewProps";
import "./common.css";
import "./text.css";

/** What every view stands in: API, language, the realm's time zone, styles, alerts. */
export function View({ realm, adminBaseUrl, locale, getAccessToken, children }: PropsWithChildren<ViewProps>) {
  const api = useMemo(
    () => new AgreementsApi({ realm, adminBaseUrl, locale, getAccessToken }),
    [realm, adminBaseUrl, locale, getAccessToken],
  );
  const spoken = spokenTo(locale);
  const zone = useLoaded(() => zoneOf(api), [api]);
  return (
    <Language.Provider value={spoken}>
      <Reader.Provider value={locale}>
        <Spoken language={spoken}>
          <Alerts>
            <Waiting for={zone}>
              {(timeZone) => (
                <Context.Provider value={{ api, realm, locale: spoken, reader: locale, timeZone }}>
                  {children}
                </Context.Provider>
              )}
            </Waiting>
          </Alerts>
        </Spoken>
      </Reader.Provider>
    </Language.Provider>
  );
}

/** Who may not ask, but may see a single user, gets UTC, and is told so. */
async function zoneOf(api: AgreementsApi): Promise<string> {
  try {
    return knownZone((await api.access()).timeZone);
  } catch (cause) {
    if (cause instanceof ApiError && cause.isForbidden) {
      return UTC;
    }
    throw cause;
  }
}
