/** What the server says about the page, in the attributes of its one element. */
export interface Environment {
  /** Where whoever looks signs in. */
  realm: string;
  clientId: string;
  /** Of the page. */
  locale: string;
  serverBaseUrl: string;
  /** Where the page is at home, which the client knows it by. */
  address: string;
  adminBaseUrl: string;
}

export function environmentOf({ dataset }: HTMLElement): Environment {
  const { realm, clientId, locale, serverBaseUrl, address, adminBaseUrl } = dataset;
  if (!realm || !clientId || !locale || !serverBaseUrl || !address || !adminBaseUrl) {
    throw new Error("The page does not say which server it belongs to");
  }
  return { realm, clientId, locale, serverBaseUrl, address, adminBaseUrl };
}

/** Whether the page was opened where it is at home, and not at another address of the server. */
export function isAtHome(address: string): boolean {
  const { origin, pathname } = new URL(address);
  return window.location.origin === origin && window.location.pathname === pathname;
}
