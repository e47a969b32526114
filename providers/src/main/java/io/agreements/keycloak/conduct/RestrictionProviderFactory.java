package io.agreements.keycloak.conduct;

import org.keycloak.provider.ProviderFactory;

public interface RestrictionProviderFactory extends ProviderFactory<RestrictionProvider> {}
