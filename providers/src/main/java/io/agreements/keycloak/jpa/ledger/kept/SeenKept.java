package io.agreements.keycloak.jpa.ledger.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.ledger.kept.KeptKind;

/**
 * What is kept once for many records and this server has seen stored, so that it need not look for it again: none is ever
 * removed.
 */
public final class SeenKept {

    private static final int REMEMBERED = 10_000;

    private final Cache<Object, Boolean> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public boolean contains(Object name) {
        return seen.getIfPresent(name) != null;
    }

    public void add(Object name) {
        seen.put(name, true);
    }

    record Name(KeptKind kind, String digest) {}
}
