package io.agreements.keycloak.compatibility;

import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Lets no server start that lacks what the product needs: Keycloak would let users in whom nobody has asked. It depends on
 * hardly anything, so that it can say so in any Keycloak.
 */
public final class CompatibilityCheck implements CompatibilityProviderFactory, ServerInfoAwareProviderFactory {
    private static final Logger LOG = Logger.getLogger(CompatibilityCheck.class);

    private static final String ID = "keycloak";
    private static final String START_ANYWAY = "start-anyway";
    private static final String OPTION = "--spi-agreement-compatibility--keycloak--start-anyway=true";

    private Compatibility compatibility;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        compatibility = Compatibility.find(getClass().getClassLoader(), Version.VERSION);
        judge(compatibility, config.getBoolean(START_ANYWAY, false));
    }

    static void judge(Compatibility compatibility, boolean startAnyway) {
        String versions = compatibility.versions();
        if (!compatibility.isWhole()) {
            String lacking = versions + ", which lacks what the product needs:" + compatibility.gaps();
            if (!startAnyway) {
                throw new UnfitKeycloakException(lacking
                        + "\nThe server does not start, because users would be let in whom nobody has asked. Run a Keycloak"
                        + " that is supported, or jars made for this one, or take the jars out of providers/ as their"
                        + " documents say. Unsafe: " + OPTION);
            }
            LOG.errorf(
                    "%s%nStarted anyway, as the server is configured: users may be let in whom nobody has asked",
                    lacking);
        } else if (compatibility.isSupported()) {
            LOG.info(versions);
        } else {
            LOG.warnf("%s, for which nobody has tested it. All it needs is there", versions);
        }
    }

    @Override
    public CompatibilityProvider create(KeycloakSession session) {
        return new CompatibilityProvider() {
            @Override
            public Compatibility compatibility() {
                return compatibility;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of(
                "supported", compatibility.supported().toString(),
                "missing", String.valueOf(compatibility.missing().size()));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(START_ANYWAY)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Unsafe: start even in a Keycloak that lacks what the agreements need."
                        + " Users may be let in whom nobody has asked.")
                .defaultValue(false)
                .add()
                .build();
    }

    @Override
    public void close() {}
}
