import "@patternfly/react-core/dist/styles/base.css";
import { createRoot } from "react-dom/client";
import { messageOf } from "../common/alerts/Alerts";
import { messagesFor } from "../common/language/messages";
import { SCOPE } from "../common/scope";
import { environmentOf, isAtHome } from "./environment";
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
  try {
    const { getAccessToken, signOut } = await signIn(environment);
    const realm = new URLSearchParams(window.location.search).get("realm") ?? environment.realm;
    root.render(
      <PlainConsole
        realm={realm}
        adminBaseUrl={environment.adminBaseUrl}
        locale={environment.locale}
        getAccessToken={getAccessToken}
        router={new HashRouter(window, `/${encodeURIComponent(realm)}/agreements`)}
        onSignOut={signOut}
      />,
    );
  } catch (cause) {
    const words = messagesFor(plainWords, environment.locale);
    root.render(
      <main className={`${SCOPE} agreements-plain-missing`}>
        <h1>{words.failed}</h1>
        <p>{messageOf(cause)}</p>
        <p>{words.failedHint}</p>
      </main>,
    );
  }
}
