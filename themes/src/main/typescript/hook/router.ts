import { useSyncExternalStore } from "react";
import { isObject } from "./elements";

/** The router of a stock console, as far as it is needed here. */
export interface Router {
  routes: { id: string; path?: string }[];
  state: { location: Location };
  patchRoutes: (parent: string, routes: unknown[]) => void;
  navigate: (to: unknown, options?: { replace?: boolean }) => unknown;
  subscribe: (listener: () => void) => () => void;
  createHref: (location: { pathname: string; search: string; hash: string }) => string;
  getBlocker?: (key: string, isBlocked: () => boolean) => unknown;
  deleteBlocker?: (key: string) => void;
}

interface Location {
  pathname: string;
  search: string;
}

let router: Router | undefined;

/** Whether the stock console can show our pages. */
export const hasRoutes = () => router !== undefined;

/**
 * Adds our pages to the stock ones, once.
 *
 * @param isOurs whether one of our pages is at a path
 */
export function addTo(stock: Router, routes: unknown[], isOurs: (pathname: string) => boolean) {
  const [root] = stock.routes;
  if (router === stock || !root) {
    return;
  }
  stock.patchRoutes(root.id, routes);
  router = stock;
  // The address the console was opened with was looked up before our pages were there.
  if (isOurs(stock.state.location.pathname)) {
    stock.navigate(stock.state.location, { replace: true });
  }
}

/** The element of a route is always the same one, so React would not notice that the address has changed. */
export function useLocation() {
  return useSyncExternalStore(current().subscribe, () => current().state.location);
}

export function current(): Router {
  if (!router) {
    throw new Error("No page of ours is shown before there are routes");
  }
  return router;
}

/** Whether something is a router that routes can be added to. */
export function isRouter(value: unknown): value is Router {
  return (
    isObject(value) &&
    ["patchRoutes", "navigate", "subscribe", "createHref"].every((name) => typeof value[name] === "function") &&
    Array.isArray(value["routes"]) &&
    isObject(value["routes"][0]) &&
    isObject(value["state"])
  );
}
