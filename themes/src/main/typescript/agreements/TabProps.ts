import type { Access, Agreement } from "../api";
import type { Navigation } from "../common";

/** What every part of an agreement's page is given. */
export interface TabProps {
  agreement: Agreement;
  access: Access;
  navigation: Navigation;
  /** Reads the agreement anew, after something was changed. */
  reload: () => void;
}
