/** The class inside which the styles of the views hold, see tools/build.mjs. */
export const SCOPE = "agreements-views";
