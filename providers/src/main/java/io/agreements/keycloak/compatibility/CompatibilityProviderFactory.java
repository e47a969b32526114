package io.agreements.keycloak.compatibility;

import org.keycloak.provider.ProviderFactory;

public interface CompatibilityProviderFactory extends ProviderFactory<CompatibilityProvider> {}
