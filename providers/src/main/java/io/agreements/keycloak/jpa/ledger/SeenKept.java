package io.agreements.keycloak.jpa.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.ledger.kept.KeptKind;

/**
 * What is kept once for many records and this server has seen stored, so that it need not look for it again: none is ever
 * removed.
 */
final class SeenKept {

    private static final int REMEMBERED = 10_000;

    private final Cache<Object, Boolean> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    boolean contains(Object name) {
        return seen.getIfPresent(name) != null;
    }

    void add(Object name) {
        seen.put(name, true);
    }

    record Name(KeptKind kind, String digest) {}
}
