import { isObject, type Props } from "../elements";
import { HookWords } from "../HookWords";
import { Session } from "../Session";

/** What was seen of the stock account console so far, in the properties of its own elements. */
class StockAccount {
  locale = "en";
  serverBaseUrl: string | undefined;
  realm = "";
  readonly words = new HookWords(() => ({ console: "account", baseUrl: this.serverBaseUrl ?? "", realm: this.realm }));
  readonly #session = new Session(() => this.words.say("notSignedIn", this.locale));

  constructor() {
    // How the stock console tells itself that the user has chosen another language.
    window.addEventListener("languageChanged", (event) => {
      const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
      if (isObject(detail) && typeof detail["language"] === "string") {
        this.locale = detail["language"];
      }
    });
  }

  /** Whether enough was seen to sign requests. */
  get isKnown(): boolean {
    return this.#session.isKnown && this.serverBaseUrl !== undefined;
  }

  /** Looks at the value of a context: who is signed in where, and in which language. */
  learnFrom({ keycloak, environment }: Props) {
    if (!isObject(environment) || this.isKnown) {
      return;
    }
    const { serverBaseUrl, realm, locale } = environment;
    if (typeof serverBaseUrl === "string" && typeof realm === "string" && this.#session.learnFrom(keycloak)) {
      this.serverBaseUrl = serverBaseUrl;
      this.realm = realm;
      this.locale = typeof locale === "string" ? locale : this.locale;
    }
  }

  getAccessToken = this.#session.getAccessToken;

  login = this.#session.login;

  /** What a page of ours is given. */
  get props() {
    return {
      serverBaseUrl: this.serverBaseUrl ?? "",
      realm: this.realm,
      locale: this.locale,
      getAccessToken: this.getAccessToken,
      login: this.login,
    };
  }
}

export const stockAccount = new StockAccount();
