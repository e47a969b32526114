package io.agreements.keycloak.testing.documents;

import java.util.Map;

/** What is around a document while it is run. */
public interface Surroundings {

    /** Variables readers give values of their own, and what they are here. */
    Map<String, String> values();

    /**
     * Whether the server that a document has started is ready.
     *
     * @param printed what it has printed so far
     */
    boolean isServerReady(String printed);

    /** The number of rows a query finds. */
    long rows(String sql);

    /** Does in a browser what a person does at this point. */
    void act(String deed);
}
