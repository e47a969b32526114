package io.agreements.keycloak.statistics;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which statistics are counted and kept. */
public final class StatisticsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-statistics";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return StatisticsProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return StatisticsProviderFactory.class;
    }
}
