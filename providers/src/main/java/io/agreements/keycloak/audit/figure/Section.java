package io.agreements.keycloak.audit.figure;

/** What figures are about, in the order in which they are shown. */
public enum Section {
    /** What users are asked, and which version when. */
    ASKED,
    DECISIONS,
    WITHDRAWALS,
    DELETIONS,
    DISCLOSURES,
    RESTRICTIONS,
    /** Users by age. */
    AGES,
    RETENTION,
    LEDGER
}
