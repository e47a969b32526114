import "@patternfly/react-core/dist/styles/base.css";
import { createRoot, type Root } from "react-dom/client";
import { messageOf } from "../common/alerts/Alerts";
import { fetchWords } from "../common/language/fetchWords";
import { messagesFor, speak } from "../common/language/messages";
import { SCOPE } from "../common/scope";
import { Unspoken } from "../common/Unspoken";
import { type Environment, environmentOf, isAtHome } from "./environment";
import { HashRouter } from "./HashRouter";
import { PlainConsole } from "./PlainConsole";
import { signIn } from "./signIn";
import { plainWords } from "./words";

const element = document.getElementById("app");
const environment = element ? environmentOf(element) : undefined;
if (environment && !isAtHome(environment.address)) {
  const { search, hash } = window.location;
  window.location.replace(environment.address + search + hash);
} else if (element && environment) {
  const root = createRoot(element);
  if (await speaks(environment)) {
    await show(root, environment);
  } else {
    root.render(<Unspoken />);
  }
}

async function speaks({ adminBaseUrl: baseUrl, realm, locale }: Environment): Promise<boolean> {
  try {
    speak(locale, await fetchWords({ console: "admin", baseUrl, realm }, locale));
    return true;
  } catch (cause) {
    console.warn("The views of agreements have no words", cause);
    return false;
  }
}

async function show(root: Root, environment: Environment) {
  const { adminBaseUrl, locale } = environment;
  try {
    const { getAccessToken, signOut } = await signIn(environment);
    const realm = new URLSearchParams(window.location.search).get("realm") ?? environment.realm;
    root.render(
      <PlainConsole
        realm={realm}
        adminBaseUrl={adminBaseUrl}
        locale={locale}
        getAccessToken={getAccessToken}
        router={new HashRouter(window, `/${encodeURIComponent(realm)}/agreements`)}
        onSignOut={signOut}
      />,
    );
  } catch (cause) {
    const words = messagesFor(plainWords, locale);
    root.render(
      <main className={`${SCOPE} agreements-plain-missing`}>
        <h1>{words.failed}</h1>
        <p>{messageOf(cause)}</p>
        <p>{words.failedHint}</p>
      </main>,
    );
  }
}
