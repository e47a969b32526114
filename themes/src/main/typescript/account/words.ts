import { words } from "../common/language/messages";

/** Words that more than one page uses. */
export const accountWords = words("account", {});
