package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.agreement.Audience;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom an agreement concerns.
 *
 * @param names client ids, or one role as {@code role} or {@code client.role}; left out for everybody
 */
public record AudienceRepresentation(Audience.Type type, Set<String> names) {

    static AudienceRepresentation of(Audience audience) {
        return new AudienceRepresentation(audience.type(), new TreeSet<>(audience.names()));
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Audience toAudience() {
        if (type == null) {
            throw new IllegalArgumentException("audience.type must be given: EVERYBODY, CLIENTS or ROLE");
        }
        return new Audience(type, names == null ? Set.of() : names);
    }
}
