import { words } from "../common/language/messages";

export const plainWords = words("plain", {
  realm: (name: string) => ({ name }),
});
