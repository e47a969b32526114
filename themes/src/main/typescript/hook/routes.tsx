import { useMemo } from "react";
import type { Navigation, Place } from "../common/ViewProps";
import {
  Agreements,
  Audit,
  DeletionRequests,
  Disclosures,
  Ledger,
  ProhibitedContent,
  Restrictions,
  Setup,
  Statistics,
} from "./lazyViews";
import { addressOf, placeOf } from "../common/places";
import { addTo, current, type Router, useLocation } from "./router";
import { stockConsole } from "./stockConsole";

/** Each with the permission the stock console insists on before it shows the page. */
const ROUTES = [
  { path: "/:realm/agreements/:agreement?/:tab?", element: <AgreementsPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-setup", element: <SetupPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-statistics", element: <StatisticsPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-audit", element: <AuditPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-ledger", element: <LedgerPage />, handle: { access: "view-events" } },
  { path: "/:realm/agreements-words", element: <WordsPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-restrictions", element: <RestrictionsPage />, handle: { access: "view-users" } },
  { path: "/:realm/agreements-disclosures", element: <DisclosuresPage />, handle: { access: "view-users" } },
  { path: "/:realm/agreements-deletions", element: <DeletionsPage />, handle: { access: "view-users" } },
];
const OUR_PATHS =
  /^\/[^/]+\/(agreements(\/|$)|agreements-(setup|statistics|audit|ledger|deletions|disclosures|restrictions|words)$)/;

/** Adds our pages to the stock ones. */
export const addRoutes = (stock: Router) => addTo(stock, ROUTES, (pathname) => OUR_PATHS.test(pathname));

function AgreementsPage() {
  const { pathname, search } = useLocation();
  const navigation = useMemo(() => navigationAt(realmIn(pathname), pathname, search), [pathname, search]);
  return <Agreements {...viewProps(realmIn(pathname))} navigation={navigation} />;
}

function SetupPage() {
  const realm = realmIn(useLocation().pathname);
  return <Setup key={realm} {...viewProps(realm)} />;
}

function StatisticsPage() {
  const realm = realmIn(useLocation().pathname);
  return <Statistics key={realm} {...viewProps(realm)} />;
}

function AuditPage() {
  const realm = realmIn(useLocation().pathname);
  return <Audit key={realm} {...viewProps(realm)} />;
}

function LedgerPage() {
  const { pathname, search } = useLocation();
  const realm = realmIn(pathname);
  const address = useMemo(
    () => ({ query: search, go: (query: string) => void current().navigate({ pathname, search: query }) }),
    [pathname, search],
  );
  return (
    <Ledger
      key={realm}
      {...viewProps(realm)}
      address={address}
      hrefOf={(place) => hrefOf(realm, place)}
      onUser={(userId) => openUser(realm, userId)}
    />
  );
}

function DeletionsPage() {
  const realm = realmIn(useLocation().pathname);
  return <DeletionRequests key={realm} {...viewProps(realm)} onUser={(userId) => openUser(realm, userId)} />;
}

function DisclosuresPage() {
  const realm = realmIn(useLocation().pathname);
  return <Disclosures key={realm} {...viewProps(realm)} />;
}

function RestrictionsPage() {
  const realm = realmIn(useLocation().pathname);
  return <Restrictions key={realm} {...viewProps(realm)} onUser={(userId) => openUser(realm, userId)} />;
}

function WordsPage() {
  const realm = realmIn(useLocation().pathname);
  return <ProhibitedContent key={realm} {...viewProps(realm)} />;
}

function navigationAt(realm: string, pathname: string, search: string): Navigation {
  return {
    place: placeOf(pathname, search),
    hrefOf: (place) => hrefOf(realm, place),
    go: (place) => current().navigate(addressOf(realm, place)),
    openUser: (userId) => openUser(realm, userId),
    guard: (mayLeave) => {
      current().getBlocker?.("agreements", () => !mayLeave());
      return () => current().deleteBlocker?.("agreements");
    },
  };
}

/** The address of a place among our pages. */
export function hrefOf(realm: string, place: Place): string {
  return current().createHref({ ...addressOf(realm, place), hash: "" });
}

/** The tab of ours on the stock page of a user. */
function openUser(realm: string, userId: string) {
  current().navigate(`/${encodeURIComponent(realm)}/users/${encodeURIComponent(userId)}/agreements`);
}

function viewProps(realm: string) {
  return {
    realm,
    adminBaseUrl: stockConsole.adminBaseUrl ?? "",
    locale: stockConsole.locale,
    getAccessToken: stockConsole.getAccessToken,
  };
}

/** The realm of a page. */
export const realmIn = (pathname: string) => decodeURIComponent(pathname.split("/")[1] ?? "");
