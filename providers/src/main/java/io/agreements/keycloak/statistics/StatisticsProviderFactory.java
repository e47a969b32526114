package io.agreements.keycloak.statistics;

import org.keycloak.provider.ProviderFactory;

public interface StatisticsProviderFactory extends ProviderFactory<StatisticsProvider> {}
