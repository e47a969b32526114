import type { Access, Agreement, Version } from "../../api";

/** What a dialog about one version is given. */
export interface VersionDialogProps {
  agreement: Agreement;
  version: Version;
  access: Access;
  onClose: () => void;
  /** It was done: what was read before is out of date. */
  onDone: () => void;
}
