import type { DeletionRequest } from "../api";

/** What a dialog about one deletion request is given. */
export interface RequestDialogProps {
  request: DeletionRequest;
  /** What the user is called. */
  username: string;
  /** It was done, or left. */
  onClose: () => void;
}
