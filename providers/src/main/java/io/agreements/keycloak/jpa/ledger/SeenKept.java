package io.agreements.keycloak.jpa.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.ledger.kept.KeptKind;

/**
 * Which wordings and settings this server has seen stored, so that it need not look for them again: none is ever removed.
 */
final class SeenKept {

    private static final int REMEMBERED = 10_000;

    private final Cache<Name, Boolean> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    boolean contains(Name name) {
        return seen.getIfPresent(name) != null;
    }

    void add(Name name) {
        seen.put(name, true);
    }

    record Name(KeptKind kind, String digest) {}
}
