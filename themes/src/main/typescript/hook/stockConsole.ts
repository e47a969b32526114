import { isObject, type Props } from "./elements";

/** Keycloak's client for signing in, as far as it is needed here. */
interface Keycloak {
  token?: string;
  updateToken: (minValidity: number) => Promise<boolean>;
  login: () => Promise<void>;
}

/** The router of the stock console, as far as it is needed here. */
export interface Router {
  routes: { id: string }[];
  state: { location: Location };
  patchRoutes: (parent: string, routes: unknown[]) => void;
  navigate: (to: unknown, options?: { replace?: boolean }) => unknown;
  subscribe: (listener: () => void) => () => void;
  createHref: (location: { pathname: string; search: string; hash: string }) => string;
  getBlocker?: (key: string, isBlocked: () => boolean) => unknown;
  deleteBlocker?: (key: string) => void;
}

interface Location {
  pathname: string;
  search: string;
}

const SECONDS_A_TOKEN_HAS_TO_LAST = 5;

/** What was seen of the stock console so far, in the properties of its own elements. */
class StockConsole {
  locale = "en";
  adminBaseUrl: string | undefined;
  #keycloak: Keycloak | undefined;
  #rolesByRealm: Props = {};

  /** Whether enough was seen to sign requests. */
  get isKnown(): boolean {
    return this.#keycloak !== undefined && this.adminBaseUrl !== undefined;
  }

  /** Looks at the value of a context: who is signed in where, and in which language. */
  learnFrom(value: Props) {
    const { keycloak, environment, whoAmI } = value;
    if (isKeycloak(keycloak) && isObject(environment) && typeof environment["adminBaseUrl"] === "string") {
      this.#keycloak = keycloak;
      this.adminBaseUrl = environment["adminBaseUrl"];
    }
    if (isObject(whoAmI) && typeof whoAmI["locale"] === "string") {
      this.locale = whoAmI["locale"];
    }
    if (isObject(whoAmI) && isObject(whoAmI["realm_access"])) {
      this.#rolesByRealm = whoAmI["realm_access"];
    }
  }

  /** Whether somebody has a role in a realm, or nothing is known about that. */
  mayHaveRole(realm: string | undefined, role: string): boolean {
    const roles = this.#rolesByRealm[realm ?? ""];
    return !Array.isArray(roles) || roles.includes(role);
  }

  getAccessToken = async (): Promise<string> => {
    const keycloak = this.#keycloak;
    if (!keycloak) {
      throw new Error("Nobody has signed in yet");
    }
    try {
      await keycloak.updateToken(SECONDS_A_TOKEN_HAS_TO_LAST);
    } catch {
      // The session is over; this leaves the page.
      await keycloak.login();
    }
    return keycloak.token ?? "";
  };
}

export const stockConsole = new StockConsole();

function isKeycloak(value: unknown): value is Keycloak {
  return isObject(value) && typeof value["updateToken"] === "function" && typeof value["login"] === "function";
}

/** Whether something is a router that routes can be added to. */
export function isRouter(value: unknown): value is Router {
  return (
    isObject(value) &&
    ["patchRoutes", "navigate", "subscribe", "createHref"].every((name) => typeof value[name] === "function") &&
    Array.isArray(value["routes"]) &&
    isObject(value["routes"][0]) &&
    isObject(value["state"])
  );
}
