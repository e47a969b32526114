package io.agreements.keycloak.ledger.log.store;

import java.time.Instant;

/**
 * How far the log of a realm is.
 *
 * @param origin the name under which it signs; null before its first checkpoint
 * @param originNumber the how manieth origin that is, from 1
 * @param size how many entries it has
 * @param sentSize of the last checkpoint of this origin that was sent to the address for checkpoints; 0 for none
 * @param halt why nothing is added; null as long as all is well
 */
public record LogState(String realmId, String origin, int originNumber, long size, long sentSize, Halt halt) {

    /** Since when and why nothing is added. */
    public record Halt(Instant at, String reason) {}

    public boolean isHalted() {
        return halt != null;
    }

    public LogState grown(String newOrigin, long newSize) {
        return new LogState(realmId, newOrigin, originNumber, newSize, sentSize, halt);
    }

    public LogState sent(long newSize) {
        return new LogState(realmId, origin, originNumber, size, newSize, halt);
    }

    public LogState halted(Halt newHalt) {
        return new LogState(realmId, origin, originNumber, size, sentSize, newHalt);
    }

    /** Goes on as the log it was. */
    public LogState resumed() {
        return halted(null);
    }

    /** Goes on with the same entries as another log, which contradicts nothing that was signed before. */
    public LogState renamed(String newOrigin) {
        return new LogState(realmId, newOrigin, originNumber + 1, size, 0, null);
    }
}
