package io.agreements.keycloak.setup.condition;

import org.keycloak.provider.ProviderFactory;

public interface SetupProviderFactory extends ProviderFactory<SetupProvider> {}
