import { words } from "../common";

/** Words of the audit; what is counted, and from what, the server says itself. */
export const auditWords = words("audit", {
  counted: (source: string) => ({ source }),
  figureOf: (figure: string, subject: string) => ({ figure, subject }),
});
