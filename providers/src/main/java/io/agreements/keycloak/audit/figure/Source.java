package io.agreements.keycloak.audit.figure;

/** From what figures are counted. */
public enum Source {
    AGREEMENTS("AGR_AGREEMENT, AGR_VERSION, AGR_TEXT", "PUBLISHED_AT, RETRACTED_AT", false),
    DECISIONS("AGR_RECORD", "TYPE = 'ACCEPTANCE'", true),
    WITHDRAWALS("AGR_RECORD", "TYPE = 'ACCEPTANCE', DECISION = 'WITHDRAWN', METHOD <> 'IMPORT'", true),
    DELETIONS("AGR_RECORD", "TYPE = 'DELETION', USER_ID is not null", true),
    DELETION_REQUESTS("AGR_DELETION_REQUEST", "*", false),
    DISCLOSURES("AGR_DISCLOSURE, AGR_DISCLOSURE_USER", "DISCLOSED_AT", true),
    RESTRICTIONS("AGR_RECORD", "TYPE = 'RESTRICTION'", true),
    APPEALS("AGR_RESTRICTION", "APPEALED_AT is not null, ANSWERED_AT is null, ENDED_AT is null", false),
    USERS("USER_ENTITY, USER_ATTRIBUTE", "SERVICE_ACCOUNT_CLIENT_LINK is null, CREATED_TIMESTAMP", false),
    /** Deletions after the year. */
    GONE_SINCE("AGR_RECORD", "TYPE = 'DELETION', \"stage\":\"executed\" or \"missing\"", false),
    SETTINGS("REALM_ATTRIBUTE", "agreements.connection.days", false),
    RETENTION_RUNS("AGR_RETENTION_RUN", "RUN_DAY", true),
    ERASURES("AGR_RECORD", "TYPE = 'ERASURE'", true),
    RECORDS("AGR_RECORD", "*", true),
    FIRST_RECORD("AGR_RECORD", "min(RECORDED_AT)", false),
    LOG("AGR_LOG, AGR_CHECKPOINT", "ORIGIN_NUMBER, LOG_SIZE", false),
    VERIFICATIONS("", "", false);

    private final String table;
    private final String rows;
    private final boolean isOfPeriod;

    Source(String table, String rows, boolean isOfPeriod) {
        this.table = table;
        this.rows = rows;
        this.isOfPeriod = isOfPeriod;
    }

    /** Names of tables; empty if it is in none. */
    public String table() {
        return table;
    }

    /** Which of their rows: columns, with the values they have to have. */
    public String rows() {
        return rows;
    }

    /** Whether those of the year are counted; if not, what there is now. */
    public boolean isOfPeriod() {
        return isOfPeriod;
    }
}
