package io.agreements.keycloak.bench.data;

/**
 * What an acceptance takes on disk in bytes, indexes included.
 *
 * @param record its record, and where that came from
 * @param standing what is known of the user by it
 */
public record AcceptanceSize(double record, double standing) {

    /** Both. */
    public double bytes() {
        return record + standing;
    }
}
