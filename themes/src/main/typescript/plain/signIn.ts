import Keycloak from "keycloak-js";
import { WayOut } from "../common/asking/WayOut";
import { messagesFor } from "../common/language/messages";
import type { Environment } from "./environment";
import { plainWords } from "./words";

const PLACE = "agreements.place";
const SECONDS_A_TOKEN_HAS_TO_LAST = 5;

/** Whoever has signed in. */
export interface SignedIn {
  getAccessToken: () => Promise<string>;
  signOut: () => void;
}

/**
 * Signs in, which leaves the page and comes back to it. The client knows the page by its bare address, so query and hash
 * wait in the session storage.
 */
export async function signIn({ serverBaseUrl, address, realm, clientId, locale }: Environment): Promise<SignedIn> {
  if (!isComingBack()) {
    sessionStorage.setItem(PLACE, window.location.search + window.location.hash);
  }
  const keycloak = new Keycloak({ url: serverBaseUrl, realm, clientId });
  const wayOut = new WayOut();
  await keycloak.init({
    onLoad: "login-required",
    pkceMethod: "S256",
    responseMode: "query",
    redirectUri: address,
    checkLoginIframe: false,
  });
  window.history.replaceState(null, "", address + (sessionStorage.getItem(PLACE) ?? ""));
  return {
    getAccessToken: async () => {
      try {
        await keycloak.updateToken(SECONDS_A_TOKEN_HAS_TO_LAST);
      } catch {
        // The session is over.
        sessionStorage.setItem(PLACE, window.location.search + window.location.hash);
        await wayOut.take(
          () => keycloak.login({ redirectUri: address }),
          () => messagesFor(plainWords, locale).notSignedIn,
        );
      }
      return keycloak.token ?? "";
    },
    signOut: () => void keycloak.logout({ redirectUri: address }),
  };
}

function isComingBack(): boolean {
  const query = new URLSearchParams(window.location.search);
  return query.has("state") && (query.has("code") || query.has("error"));
}
