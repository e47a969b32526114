package io.agreements.keycloak.bench.load;

/** Something of the server that only grows, and is read before and after requests. */
interface Gauge {

    /** What it is called in a {@link Reading}. */
    String name();

    /** How much it is by now. */
    long now();
}
