package io.agreements.keycloak.testing.inside;

/** Puts {@link StatementsResource} below {@code /realms/master/testing-statements}. */
public final class StatementsResourceProviderFactory extends TestingResourceProviderFactory {

    /** For Keycloak. */
    public StatementsResourceProviderFactory() {
        super("testing-statements", session -> new StatementsResource());
    }
}
