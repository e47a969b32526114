/** What the server says about the page, in the attributes of its one element. */
export interface Environment {
  /** Where whoever looks signs in. */
  realm: string;
  clientId: string;
  /** Of the page. */
  locale: string;
  serverBaseUrl: string;
  adminBaseUrl: string;
}

export function environmentOf({ dataset }: HTMLElement): Environment {
  const { realm, clientId, locale, serverBaseUrl, adminBaseUrl } = dataset;
  if (!realm || !clientId || !locale || !serverBaseUrl || !adminBaseUrl) {
    throw new Error("The page does not say which server it belongs to");
  }
  return { realm, clientId, locale, serverBaseUrl, adminBaseUrl };
}
