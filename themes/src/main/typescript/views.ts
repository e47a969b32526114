// What the console loads when the first of our pages is shown.
export { speak } from "./common/language/messages";
export { AgreementsView } from "./agreements/AgreementsView";
export { AuditView } from "./audit/AuditView";
export { DeletionRequestsView } from "./deletion/DeletionRequestsView";
export { ProhibitedContentView } from "./content/ProhibitedContentView";
export { DisclosuresView } from "./disclosure/DisclosuresView";
export { LedgerView } from "./ledger/LedgerView";
export { RestrictionsView } from "./restriction/RestrictionsView";
export { SetupView } from "./setup/SetupView";
export { StatisticsView } from "./statistics/StatisticsView";
export { UserAgreementsView } from "./user/UserAgreementsView";
