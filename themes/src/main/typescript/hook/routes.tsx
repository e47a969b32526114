import { useMemo, useSyncExternalStore } from "react";
import type { Navigation } from "../common/ViewProps";
import { Agreements, DeletionRequests, Ledger } from "./lazyViews";
import { addressOf, placeOf } from "../common/places";
import { type Router, stockConsole } from "./stockConsole";

/** Each with the permission the stock console insists on before it shows the page. */
const ROUTES = [
  { path: "/:realm/agreements/:agreement?/:tab?", element: <AgreementsPage />, handle: { access: "view-realm" } },
  { path: "/:realm/agreements-ledger", element: <LedgerPage />, handle: { access: "view-events" } },
  { path: "/:realm/agreements-deletions", element: <DeletionsPage />, handle: { access: "view-users" } },
];
const OUR_PATHS = /^\/[^/]+\/(agreements(\/|$)|agreements-(ledger|deletions)$)/;

let router: Router | undefined;

/** Whether the stock console can show our pages. */
export const hasRoutes = () => router !== undefined;

/** The realm whose pages are shown. */
export const shownRealm = () => router && realmIn(router.state.location.pathname);

/** Adds our pages to the stock ones, once. */
export function addRoutes(stock: Router) {
  const [root] = stock.routes;
  if (router === stock || !root) {
    return;
  }
  stock.patchRoutes(root.id, ROUTES);
  router = stock;
  // The address the console was opened with was looked up before our pages were there.
  if (OUR_PATHS.test(stock.state.location.pathname)) {
    stock.navigate(stock.state.location, { replace: true });
  }
}

function AgreementsPage() {
  const { pathname, search } = useLocation();
  const navigation = useMemo(() => navigationAt(realmIn(pathname), pathname, search), [pathname, search]);
  return <Agreements {...viewProps(realmIn(pathname))} navigation={navigation} />;
}

function LedgerPage() {
  const realm = realmIn(useLocation().pathname);
  return <Ledger key={realm} {...viewProps(realm)} onUser={(userId) => openUser(realm, userId)} />;
}

function DeletionsPage() {
  const realm = realmIn(useLocation().pathname);
  return <DeletionRequests key={realm} {...viewProps(realm)} onUser={(userId) => openUser(realm, userId)} />;
}

/** The element of a route is always the same one, so React would not notice that the address has changed. */
function useLocation() {
  return useSyncExternalStore(current().subscribe, () => current().state.location);
}

function navigationAt(realm: string, pathname: string, search: string): Navigation {
  return {
    place: placeOf(pathname, search),
    hrefOf: (place) => current().createHref({ ...addressOf(realm, place), hash: "" }),
    go: (place) => current().navigate(addressOf(realm, place)),
    openUser: (userId) => openUser(realm, userId),
    guard: (mayLeave) => {
      current().getBlocker?.("agreements", () => !mayLeave());
      return () => current().deleteBlocker?.("agreements");
    },
  };
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

const realmIn = (pathname: string) => decodeURIComponent(pathname.split("/")[1] ?? "");

function current(): Router {
  if (!router) {
    throw new Error("No page of ours is shown before there are routes");
  }
  return router;
}
