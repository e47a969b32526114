package io.agreements.keycloak.rest.admin.conduct;

import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;

/**
 * Something a user has that is kept from being registered again. Times are milliseconds since 1970 in UTC.
 *
 * @param kind what it is
 * @param restriction id of the termination because of which it is
 * @param until when that is over
 */
public record BarredNameRepresentation(BarredKind kind, String restriction, Long until) {

    static BarredNameRepresentation of(BarredName name) {
        return new BarredNameRepresentation(
                name.kind(), name.restrictionId(), name.until().toEpochMilli());
    }
}
