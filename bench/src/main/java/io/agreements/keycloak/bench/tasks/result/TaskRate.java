package io.agreements.keycloak.bench.tasks.result;

/** What tasks do so much of in a minute, in the order of the table. */
public enum TaskRate {
    /** Some accounts in each transaction. */
    DELETED("accounts deleted a minute, without mail"),

    /** Each account in a transaction of its own. */
    DELETED_WITH_MAIL("accounts deleted a minute, with mail"),

    /** At a rate that is no limit. */
    MAILED("mails about a version a minute"),

    /** Which have one order, so one node does it. */
    LOGGED("records put into the log a minute, one realm"),

    /** Which nodes share. */
    LOGGED_IN_TEN_REALMS("records put into the log a minute, ten realms"),

    /** In ten realms. */
    EXPIRED("records a minute whose connections expire"),

    /** Each node asked for one part after the other. */
    COMPARED("standings held against the ledger a minute");

    private final String title;

    TaskRate(String title) {
        this.title = title;
    }

    /** What it is called in the table. */
    public String title() {
        return title;
    }
}
