package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom an agreement concerns.
 *
 * @param type what the names are of
 * @param names client ids; or one role, as Keycloak writes it: {@code role} of the realm or {@code client.role}; or none
 */
public record Audience(Type type, Set<String> names) {

    public static final Audience EVERYBODY = new Audience(Type.EVERYBODY, Set.of());

    public enum Type {
        /** Every user of the realm. */
        EVERYBODY,
        /** Who signs in to one of these clients. */
        CLIENTS,
        /** Who holds this role. */
        ROLE;

        @JsonCreator
        static Type named(String name) {
            return EnumNames.find(Type.class, name);
        }
    }

    /** @throws IllegalArgumentException if the names do not suit the type, or one of them cannot be a name */
    public Audience {
        names = Set.copyOf(names);
        if (names.stream().anyMatch(name -> name.isBlank() || name.lines().count() > 1)) {
            throw new IllegalArgumentException("no client or role has a name that is blank or has several lines");
        }
        boolean suits = switch (type) {
            case EVERYBODY -> names.isEmpty();
            case CLIENTS -> !names.isEmpty();
            case ROLE -> names.size() == 1;
        };
        if (!suits) {
            throw new IllegalArgumentException(type + " is no audience with the names " + names);
        }
    }

    /** What each of the names is of, in words for an administrator. */
    public String noun() {
        return type == Type.ROLE ? "role" : "client";
    }

    /**
     * @param clientId the client being signed in to
     * @param roles tells whether the user holds the role of that name
     */
    public boolean includes(String clientId, Predicate<String> roles) {
        return switch (type) {
            case EVERYBODY -> true;
            case CLIENTS -> names.contains(clientId);
            case ROLE -> names.stream().anyMatch(roles);
        };
    }
}
