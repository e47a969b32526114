package io.agreements.keycloak.account.deletion;

import org.keycloak.provider.ProviderFactory;

public interface DeletionRequestProviderFactory extends ProviderFactory<DeletionRequestProvider> {}
