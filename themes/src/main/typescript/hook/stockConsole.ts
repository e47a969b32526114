import { isObject, type Props } from "./elements";
import { HookWords } from "./HookWords";
import { Session } from "./Session";

/** What was seen of the stock console so far, in the properties of its own elements. */
class StockConsole {
  locale = "en";
  adminBaseUrl: string | undefined;
  readonly words = new HookWords(() => ({ console: "admin", baseUrl: this.adminBaseUrl ?? "", realm: this.#realm }));
  readonly #session = new Session(() => this.words.say("notSignedIn", this.locale));
  /** Where whoever looks has signed in, which need not be what they look at. */
  #realm = "";
  #rolesByRealm: Props = {};

  /** Whether enough was seen to sign requests. */
  get isKnown(): boolean {
    return this.#session.isKnown && this.adminBaseUrl !== undefined;
  }

  /** Looks at the value of a context: who is signed in where, and in which language. */
  learnFrom(value: Props) {
    const { keycloak, environment, whoAmI } = value;
    if (isObject(environment) && typeof environment["adminBaseUrl"] === "string" && this.#session.learnFrom(keycloak)) {
      this.adminBaseUrl = environment["adminBaseUrl"];
      this.#realm = String(environment["realm"]);
    }
    if (isObject(whoAmI) && typeof whoAmI["locale"] === "string") {
      this.locale = whoAmI["locale"];
    }
    if (isObject(whoAmI) && isObject(whoAmI["realm_access"])) {
      this.#rolesByRealm = whoAmI["realm_access"];
    }
  }

  /** Whether somebody has a role in a realm, or nothing is known about that. */
  mayHaveRole(realm: string, role: string): boolean {
    const roles = this.#rolesByRealm[realm];
    return !Array.isArray(roles) || roles.includes(role);
  }

  getAccessToken = this.#session.getAccessToken;
}

export const stockConsole = new StockConsole();
