package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.agreement.Agreement;

/** What a browser sends of an agreement's box if it is ticked. */
public final class Tick {

    private Tick() {}

    public static String of(Agreement agreement) {
        return agreement.isAcknowledgement() ? "acknowledged" : "accepted";
    }
}
