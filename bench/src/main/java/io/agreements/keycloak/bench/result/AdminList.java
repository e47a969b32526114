package io.agreements.keycloak.bench.result;

import io.agreements.keycloak.bench.realm.BenchRealm;

/** What administrators ask for, of all users of a realm. */
enum AdminList {
    PENDING("list PENDING, a page of 100, few left", 300, "/" + BenchRealm.REQUIRED + "/users?status=PENDING&max=100"),
    ACCEPTED(
            "list ACCEPTED, a page of 100 far behind",
            300,
            "/" + BenchRealm.REQUIRED + "/users?status=ACCEPTED&max=100&after="),
    NO_RECORDS(
            "records: type and agreement without hits",
            50,
            "/records?type=GRANT&agreement=" + BenchRealm.REQUIRED + "&max=100"),
    RECORDS("records: a page of 100 far behind", 300, "/records?max=100&after="),
    COVERAGE("coverage", 50, "/" + BenchRealm.REQUIRED + "/coverage"),
    HISTORY("history", 50, "/" + BenchRealm.REQUIRED + "/coverage/history");

    private final String title;
    private final int mostMilliseconds;
    private final String path;

    AdminList(String title, int mostMilliseconds, String path) {
        this.title = title;
        this.mostMilliseconds = mostMilliseconds;
        this.path = path;
    }

    String title() {
        return title;
    }

    int mostMilliseconds() {
        return mostMilliseconds;
    }

    /** Below the address of the realm's agreements; one that ends in an equals sign wants a row to go on behind. */
    String path() {
        return path;
    }
}
