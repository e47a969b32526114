package io.agreements.keycloak.account.rate;

import java.time.Duration;
import org.keycloak.models.RealmModel;

/** What a user can do time and again, and each time leaves a record or sends a mail. */
public enum RateKind {
    /** Gives an optional consent, or is asked once more for one that was decided on. Withdrawing is always possible. */
    DECISION("decisions", 60, Duration.ofHours(1)),

    /** Declines what is required. */
    REFUSAL("refusals", 20, Duration.ofHours(1)),

    /** Asks for the deletion of the account; taking that back is always possible. */
    DELETION("deletions", 5, Duration.ofDays(1)),

    /** Says that something was not the user's own doing. */
    REPORT("reports", 10, Duration.ofDays(1)),

    /** Says something against a restriction. */
    APPEAL("appeals", 10, Duration.ofDays(1)),
    /** Takes a copy of the own data. */
    EXPORT("exports", 20, Duration.ofDays(1)),

    /** Gives a consent to a client or takes it back. */
    GRANT("grants", 60, Duration.ofHours(1));

    private static final String ATTRIBUTE = "agreements.rate.";

    private static final int LARGEST = 100;

    private final String word;
    private final int usual;
    private final Duration window;

    RateKind(String word, int usual, Duration window) {
        this.word = word;
        this.usual = usual;
        this.window = window;
    }

    /** How it is called in settings, keys and the log. */
    String word() {
        return word;
    }

    /** The time within which it is counted. */
    Duration window() {
        return window;
    }

    /** How often a user may within that time: what the realm says, if that is a number from 1 to 100. */
    int most(RealmModel realm) {
        String number = realm.getAttribute(ATTRIBUTE + word);
        boolean known = number != null && number.matches("[1-9]\\d{0,2}") && Integer.parseInt(number) <= LARGEST;
        return known ? Integer.parseInt(number) : usual;
    }
}
