package io.agreements.keycloak.disclosure;

import org.keycloak.provider.ProviderFactory;

public interface DisclosureProviderFactory extends ProviderFactory<DisclosureProvider> {}
