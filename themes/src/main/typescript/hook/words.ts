import { words } from "../common/language/messages";

export const hookWords = words("hook", {});
