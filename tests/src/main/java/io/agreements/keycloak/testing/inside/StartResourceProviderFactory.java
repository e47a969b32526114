package io.agreements.keycloak.testing.inside;

/** Puts {@link StartResource} below {@code /realms/master/testing-start}. */
public final class StartResourceProviderFactory extends TestingResourceProviderFactory {

    /** For Keycloak. */
    public StartResourceProviderFactory() {
        super("testing-start", StartResource::new);
    }
}
