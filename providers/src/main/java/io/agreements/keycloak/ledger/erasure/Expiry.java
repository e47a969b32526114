package io.agreements.keycloak.ledger.erasure;

/**
 * How far the expiry of connections has come.
 *
 * @param isOver whether no record is left to pass
 * @param untold from how many records a connection was erased, whoever did it, without the ledger saying so yet; it has to
 *     in the same transaction
 * @param records once it is over: from how many a connection was erased since it was over before, told or not
 */
public record Expiry(boolean isOver, long untold, long records) {

    public static final Expiry GOES_ON = new Expiry(false, 0, 0);
    public static final Expiry FINISHED = new Expiry(true, 0, 0);
}
