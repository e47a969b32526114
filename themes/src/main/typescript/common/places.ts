import { type Place, type Step, STEPS, type Tab, TABS } from "./ViewProps";

/** The place an address of the console means: /realm/agreements/key/tab?version=2&from=1&text=en&step=preview. */
export function placeOf(pathname: string, search: string): Place {
  const [agreement, tab] = pathname.split("/").slice(3).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  return {
    ...(agreement && { agreement }),
    ...(isTab(tab) && { tab }),
    ...number("version", query),
    ...number("from", query),
    ...(query.get("text") && { text: query.get("text")! }),
    ...(isStep(query.get("step")) && { step: query.get("step") as Step }),
  };
}

/** The address of a place. */
export function addressOf(realm: string, { agreement, tab, version, from, text, step }: Place) {
  const segments = [realm, "agreements", agreement, tab].filter((segment) => segment !== undefined);
  const query = Object.entries({ version, from, text, step }).filter(([, value]) => value !== undefined);
  return {
    pathname: segments.map((segment) => `/${encodeURIComponent(segment)}`).join(""),
    search: query.length > 0 ? `?${new URLSearchParams(query.map(([name, value]) => [name, String(value)]))}` : "",
  };
}

function number<N extends string>(name: N, query: URLSearchParams): Partial<Record<N, number>> {
  const value = Number(query.get(name));
  return Number.isInteger(value) && value > 0 ? ({ [name]: value } as Record<N, number>) : {};
}

const isTab = (tab: string | undefined): tab is Tab => TABS.some((known) => known === tab);

const isStep = (step: string | null): step is Step => STEPS.some((known) => known === step);
