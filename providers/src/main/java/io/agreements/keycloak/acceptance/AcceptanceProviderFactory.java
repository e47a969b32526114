package io.agreements.keycloak.acceptance;

import org.keycloak.provider.ProviderFactory;

public interface AcceptanceProviderFactory extends ProviderFactory<AcceptanceProvider> {}
