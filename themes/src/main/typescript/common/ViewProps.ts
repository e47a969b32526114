import type { ApiAccess } from "../api";

/** What every view is given, and all it knows of where it is shown. */
export interface ViewProps extends ApiAccess {
  /** Language of whoever is looking, as a BCP 47 tag or with underscores. */
  locale: string;
}

/** A place inside the view of agreements. */
export interface Place {
  /** Key of an agreement; the list without it. */
  agreement?: string;
  tab?: Tab;
  /** Number of the version that is looked at. */
  version?: number;
  /** Version it is compared with. */
  from?: number;
  /** Language of the text that is looked at. */
  text?: string;
  /** Step of the path to a published agreement, in the place of a tab. */
  step?: Step;
}

/** From nothing to a published agreement, in this order. */
export const STEPS = ["name", "requirement", "languages", "text", "preview", "publish"] as const;
export type Step = (typeof STEPS)[number];

export const TABS = ["versions", "text", "changes", "coverage", "settings"] as const;
export type Tab = (typeof TABS)[number];

/** The part of the address that a view keeps what it shows in. */
export interface Address {
  /** Empty, or with its question mark. */
  query: string;
  go: (query: string) => void;
}

/** How a view gets somewhere else, and can be left. */
export interface Navigation {
  place: Place;
  /** Address of a place, for a link that can be opened in another tab. */
  hrefOf: (place: Place) => string;
  go: (place: Place) => void;
  /** Shows a user; left out where there is nothing that could. */
  openUser?: (userId: string) => void;
  /** From now on asks before anything leaves the place, until the function returned is called. */
  guard: (mayLeave: () => boolean) => () => void;
}
