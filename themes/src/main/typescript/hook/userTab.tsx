import { jsx } from "agreements/stock-jsx-runtime";
import { useEffect, useState } from "react";
import { type Element, isElement } from "./elements";
import { UserAgreements } from "./lazyViews";
import { hrefOf } from "./routes";
import { stockConsole } from "./stockConsole";

const DETAILS = /^\/([^/]+)\/users\/([^/]+)\/settings$/;

/** The tabs of a user, and ours; undefined for any other children. */
export function withUserTab(children: unknown[]): unknown[] | undefined {
  const details = tabOf(children, "user-details-tab");
  const [, realm, userId] = DETAILS.exec(String(details?.props["eventKey"])) ?? [];
  if (!details || realm === undefined || userId === undefined) {
    return undefined;
  }
  const tab = jsx(
    // The stock Tab: one of our own would not find the stock Tabs around it.
    details.type,
    {
      "data-testid": "agreements-tab",
      eventKey: asOurs(details.props["eventKey"]),
      href: asOurs(details.props["href"]),
      // What may not be viewed of a user, such as the credentials, hides our tab too.
      isHidden: tabOf(children, "credentials")?.props["isHidden"],
      title: <Title locale={stockConsole.locale} />,
      children: (
        <UserAgreements
          userId={decodeURIComponent(userId)}
          realm={decodeURIComponent(realm)}
          hrefOf={(place) => hrefOf(decodeURIComponent(realm), place)}
          adminBaseUrl={stockConsole.adminBaseUrl ?? ""}
          locale={stockConsole.locale}
          getAccessToken={stockConsole.getAccessToken}
        />
      ),
    },
    "agreements",
  );
  return [...children, tab];
}

/** Empty for the moment in which its words are on their way. */
function Title({ locale }: { locale: string }) {
  const [title, setTitle] = useState(() => stockConsole.words.said("agreements", locale));
  useEffect(() => {
    let isCurrent = true;
    stockConsole.words.in(locale).then(
      () => isCurrent && setTitle(stockConsole.words.said("agreements", locale)),
      (cause: unknown) => {
        console.warn("What the tab of agreements is called is not known", cause);
        // A tab has to have a name.
        setTitle((known) => (isCurrent && known === "" ? "Agreements" : known));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  return <span className="pf-v5-c-tabs__item-text">{title}</span>;
}

function tabOf(children: unknown[], testId: string): Element | undefined {
  return children.filter(isElement).find(({ props }) => props["data-testid"] === testId);
}

function asOurs(address: unknown): unknown {
  return typeof address === "string" ? address.replace(/settings$/, "agreements") : undefined;
}
