import type { Restriction } from "../../api";

/** What a dialog about one restriction is given. */
export interface RestrictionDialogProps {
  restriction: Restriction;
  /** What the user is called. */
  name: string;
  /** It was done, or left. */
  onClose: () => void;
}
