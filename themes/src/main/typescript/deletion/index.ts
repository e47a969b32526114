export { DeletionRequestsView } from "./DeletionRequestsView";
export { UserDeletion } from "./UserDeletion";
