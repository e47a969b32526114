import type * as views from "../views";
import { lazyViews } from "./loading";
import { stockConsole } from "./stockConsole";

const lazyView = lazyViews<typeof views>((locale) => stockConsole.words.in(locale));

export const Agreements = lazyView(({ AgreementsView }) => AgreementsView);
export const Audit = lazyView(({ AuditView }) => AuditView);
export const DeletionRequests = lazyView(({ DeletionRequestsView }) => DeletionRequestsView);
export const Disclosures = lazyView(({ DisclosuresView }) => DisclosuresView);
export const Ledger = lazyView(({ LedgerView }) => LedgerView);
export const ProhibitedContent = lazyView(({ ProhibitedContentView }) => ProhibitedContentView);
export const Restrictions = lazyView(({ RestrictionsView }) => RestrictionsView);
export const Setup = lazyView(({ SetupView }) => SetupView);
export const Statistics = lazyView(({ StatisticsView }) => StatisticsView);
export const UserAgreements = lazyView(({ UserAgreementsView }) => UserAgreementsView);
