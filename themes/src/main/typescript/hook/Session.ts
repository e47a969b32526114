import { WayOut } from "../common/asking/WayOut";
import { isObject } from "./elements";

/** Keycloak's client for signing in, as far as it is needed here. */
interface Keycloak {
  token?: string;
  updateToken: (minValidity: number) => Promise<boolean>;
  login: (options?: { action: string }) => Promise<void>;
}

const SECONDS_A_TOKEN_HAS_TO_LAST = 5;

/** Who has signed in to the stock console. */
export class Session {
  readonly #notSignedIn: () => Promise<string>;
  readonly #wayOut = new WayOut();
  #keycloak: Keycloak | undefined;

  /** @param notSignedIn says that nobody is signed in any more */
  constructor(notSignedIn: () => Promise<string>) {
    this.#notSignedIn = notSignedIn;
  }

  get isKnown(): boolean {
    return this.#keycloak !== undefined;
  }

  /** Takes what may be Keycloak's client; gives back whether it is. */
  learnFrom(candidate: unknown): boolean {
    if (!isKeycloak(candidate)) {
      return false;
    }
    this.#keycloak = candidate;
    return true;
  }

  getAccessToken = async (): Promise<string> => {
    const keycloak = this.#current();
    try {
      await keycloak.updateToken(SECONDS_A_TOKEN_HAS_TO_LAST);
    } catch {
      // The session is over.
      await this.#wayOut.take(() => keycloak.login(), this.#notSignedIn);
    }
    return keycloak.token ?? "";
  };

  /** Leaves the page for something Keycloak asks of the user, and comes back to it. */
  login = async (action: string): Promise<void> => {
    await this.#current().login({ action });
  };

  #current(): Keycloak {
    if (!this.#keycloak) {
      throw new Error("Nobody has signed in yet");
    }
    return this.#keycloak;
  }
}

function isKeycloak(value: unknown): value is Keycloak {
  return isObject(value) && typeof value["updateToken"] === "function" && typeof value["login"] === "function";
}
