package io.agreements.keycloak.audit;

import org.keycloak.provider.ProviderFactory;

public interface AuditProviderFactory extends ProviderFactory<AuditProvider> {}
