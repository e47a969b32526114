package io.agreements.keycloak.compatibility;

import org.keycloak.provider.Provider;

/** Tells how the product and the Keycloak it runs in go together. */
public interface CompatibilityProvider extends Provider {

    Compatibility compatibility();
}
