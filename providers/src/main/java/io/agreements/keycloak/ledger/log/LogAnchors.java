package io.agreements.keycloak.ledger.log;

import java.util.List;

/** What is known to be outside of a log, where this server cannot change it. */
public interface LogAnchors {

    /** The last checkpoints that went out under the origin of the log, as far as they can be read. */
    List<Anchor> of(LogState state, List<String> verifierKeys);

    /** @param place for people who look into it */
    record Anchor(String place, long size, byte[] root) {}
}
