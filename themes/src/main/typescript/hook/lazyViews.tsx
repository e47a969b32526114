import type * as views from "../views";
import { lazyView } from "./loading";

type Views = typeof views;

export const Agreements = lazyView(({ AgreementsView }: Views) => AgreementsView);
export const Audit = lazyView(({ AuditView }: Views) => AuditView);
export const DeletionRequests = lazyView(({ DeletionRequestsView }: Views) => DeletionRequestsView);
export const Disclosures = lazyView(({ DisclosuresView }: Views) => DisclosuresView);
export const Ledger = lazyView(({ LedgerView }: Views) => LedgerView);
export const ProhibitedContent = lazyView(({ ProhibitedContentView }: Views) => ProhibitedContentView);
export const Restrictions = lazyView(({ RestrictionsView }: Views) => RestrictionsView);
export const Setup = lazyView(({ SetupView }: Views) => SetupView);
export const Statistics = lazyView(({ StatisticsView }: Views) => StatisticsView);
export const UserAgreements = lazyView(({ UserAgreementsView }: Views) => UserAgreementsView);
