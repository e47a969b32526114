package io.agreements.keycloak.ledger.erasure;

/**
 * How far the expiry of connections has come.
 *
 * @param isOver whether no record is left to pass
 * @param records once it is over: from how many records a connection was erased since it was over before, whoever did it;
 *     the ledger has to say so in the same transaction
 */
public record Expiry(boolean isOver, long records) {

    public static final Expiry GOES_ON = new Expiry(false, 0);
    public static final Expiry FINISHED = new Expiry(true, 0);
}
