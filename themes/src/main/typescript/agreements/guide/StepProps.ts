import type { Access, Agreement, Text, Version } from "../../api";
import type { Navigation } from "../../common";
import type { Offered } from "./realmLanguages";

/** What the first step is given: there may be nothing yet. */
export interface NameStepProps {
  agreement: Agreement | undefined;
  /** The draft that is made ready to be published; undefined if there is none yet. */
  version: Version | undefined;
  /** Its texts with their content. */
  texts: readonly Text[];
  /** Keys that other agreements have. */
  taken: readonly string[];
  offered: Offered;
  access: Access;
  navigation: Navigation;
  /** Whether somebody has come here from another step, and goes on by keyboard. */
  isContinued: boolean;
  /** Reads all of it anew, after something was changed. */
  reload: () => void;
}

/** What every other step is given. */
export interface StepProps extends NameStepProps {
  agreement: Agreement;
  version: Version;
}
