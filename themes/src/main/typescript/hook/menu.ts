import { jsx } from "agreements/stock-jsx-runtime";
import { type Element, isElement } from "./elements";
import { current, hasRoutes } from "./router";
import { realmIn } from "./routes";
import { stockConsole } from "./stockConsole";

/**
 * Title: key of a message the stock console translates. Id: the stock page whose permission is asked for. Role: one that is
 * needed besides.
 */
const ENTRIES: { title: string; path: string; id: string; role?: string }[] = [
  { title: "agreementsMenu", path: "/agreements", id: "/realm-settings" },
  { title: "agreementsSetupMenu", path: "/agreements-setup", id: "/realm-settings" },
  { title: "agreementsStatisticsMenu", path: "/agreements-statistics", id: "/realm-settings" },
  { title: "agreementsAuditMenu", path: "/agreements-audit", id: "/realm-settings", role: "view-users" },
  { title: "agreementsLedgerMenu", path: "/agreements-ledger", id: "/events" },
  { title: "agreementsWordsMenu", path: "/agreements-words", id: "/realm-settings" },
  { title: "agreementsRestrictionsMenu", path: "/agreements-restrictions", id: "/users", role: "view-users" },
  { title: "agreementsDisclosuresMenu", path: "/agreements-disclosures", id: "/users", role: "view-users" },
  { title: "agreementsDeletionsMenu", path: "/agreements-deletions", id: "/users", role: "view-users" },
];

/** The entries of the group of the left menu with the events in it, and ours; undefined for any other children. */
export function withMenuEntries(children: unknown[]): unknown[] | undefined {
  const events = children.find(isEvents);
  if (!events || !hasRoutes()) {
    return undefined;
  }
  const realm = realmIn(current().state.location.pathname);
  const entries = ENTRIES.filter(({ role }) => !role || stockConsole.mayHaveRole(realm, role));
  return [...children, ...entries.map(({ role: _, ...entry }) => jsx(events.type, entry, entry.path))];
}

function isEvents(child: unknown): child is Element {
  return isElement(child) && child.props["path"] === "/events" && child.props["title"] === "events";
}
