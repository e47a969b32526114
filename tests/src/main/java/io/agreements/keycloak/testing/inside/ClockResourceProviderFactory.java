package io.agreements.keycloak.testing.inside;

/** Puts {@link ClockResource} below {@code /realms/master/testing-clock}. */
public final class ClockResourceProviderFactory extends TestingResourceProviderFactory {

    /** For Keycloak. */
    public ClockResourceProviderFactory() {
        super("testing-clock", session -> new ClockResource());
    }
}
