package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProviderFactory;
import io.agreements.keycloak.agreement.editing.AudienceRenames;
import io.agreements.keycloak.agreement.file.ImportOnStart;
import io.agreements.keycloak.agreement.file.OnEdits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaAgreementProviderFactory implements AgreementProviderFactory {

    private static final String ID = "jpa";
    private static final String IMPORT_DIRECTORY = "import-directory";
    private static final String IMPORT_OVERWRITES = "import-overwrites";

    private final Clock clock = ServerClock.INSTANCE;
    private final CatalogueCache cache = new CatalogueCache(clock);
    private final RenderedTexts rendered = new RenderedTexts(clock);
    private final ComparisonsAhead ahead = ComparisonsAhead.inBackground(rendered);
    private Path importDirectory;
    private OnEdits onEdits = OnEdits.KEEP;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AgreementProvider create(KeycloakSession session) {
        return new JpaAgreementProvider(session, cache, rendered, ahead, clock);
    }

    @Override
    public void init(Config.Scope config) {
        String directory = config.get(IMPORT_DIRECTORY);
        importDirectory = directory == null || directory.isBlank() ? null : Path.of(directory);
        onEdits = OnEdits.overwriteIf(config.getBoolean(IMPORT_OVERWRITES, false));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovedRealms(cache, clock));
        factory.register(new AudienceRenames());
        importDirectory()
                .map(directory -> new ImportOnStart(directory, onEdits))
                .ifPresent(factory::register);
    }

    @Override
    public Optional<Path> importDirectory() {
        return Optional.ofNullable(importDirectory);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(IMPORT_DIRECTORY)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Directory with agreements as files, taken over at start and on request:"
                        + " <realm>/<key>/agreement.yaml and <realm>/<key>/<version>/<locale>.md.")
                .add()
                .property()
                .name(IMPORT_OVERWRITES)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .helpText("Whether agreements taken over at start replace settings and drafts that were edited since:"
                        + " for those who keep their agreements as files and nowhere else.")
                .add()
                .build();
    }

    @Override
    public void close() {
        ahead.close();
    }
}
