import type { ComponentType } from "react";
import type { AccountProps } from "../../account/AccountView";
import { addTo, type Router } from "../router";
import { DeletionPage, MyAgreementsPage, MyDataPage } from "./lazyPages";
import { stockAccount } from "./stockAccount";

/** Where our pages are, below the address of the console. */
export const PATHS = { agreements: "agreements", data: "my-data", deletion: "delete-account" } as const;

const PAGES: Record<string, ComponentType<AccountProps>> = {
  [PATHS.agreements]: MyAgreementsPage,
  [PATHS.data]: MyDataPage,
  [PATHS.deletion]: DeletionPage,
};

const ROUTES = Object.entries(PAGES).map(([path, Page]) => ({ path, element: <Shown page={Page} /> }));

/** Adds our pages to the stock ones. */
export function addRoutes(stock: Router) {
  const base = (stock.routes[0]?.path ?? "").replace(/\/?$/, "/");
  const isOurs = (pathname: string) =>
    Object.keys(PAGES).some((path) => decodeURI(pathname).replace(/\/$/, "") === base + path);
  addTo(stock, ROUTES, isOurs);
}

function Shown({ page: Page }: { page: ComponentType<AccountProps> }) {
  return <Page {...stockAccount.props} />;
}
