package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.agreement.Audience;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom an agreement concerns.
 *
 * @param names client ids, or one role as {@code role} or {@code client.role}; left out for everybody
 * @param missing those of the names that no client or role has: because of them nobody is asked; ignored when it is sent
 */
public record AudienceRepresentation(Audience.Type type, Set<String> names, Set<String> missing) {

    static AudienceRepresentation of(Audience audience, Set<String> missing) {
        return new AudienceRepresentation(audience.type(), new TreeSet<>(audience.names()), missing);
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Audience toAudience() {
        if (type == null) {
            throw new IllegalArgumentException("audience.type must be given: EVERYBODY, CLIENTS or ROLE");
        }
        if (names != null && names.contains(null)) {
            throw new IllegalArgumentException("audience.names must not have null among them");
        }
        return new Audience(type, names == null ? Set.of() : names);
    }
}
