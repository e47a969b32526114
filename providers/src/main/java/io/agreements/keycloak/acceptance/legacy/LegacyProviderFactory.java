package io.agreements.keycloak.acceptance.legacy;

import org.keycloak.provider.ProviderFactory;

public interface LegacyProviderFactory extends ProviderFactory<LegacyProvider> {}
