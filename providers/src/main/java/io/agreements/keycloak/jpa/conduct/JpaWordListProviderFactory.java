package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.conduct.content.WordFile;
import io.agreements.keycloak.conduct.content.WordListProvider;
import io.agreements.keycloak.conduct.content.WordListProviderFactory;
import java.nio.file.Path;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaWordListProviderFactory implements WordListProviderFactory {

    private static final String ID = "jpa";
    private static final String FILE = "file";

    private final WordListCache cache = new WordListCache(ServerClock.INSTANCE);
    private String path;
    private WordFile file;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public WordListProvider create(KeycloakSession session) {
        return new JpaWordListProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), cache, file);
    }

    @Override
    public void init(Config.Scope config) {
        path = config.get(FILE);
    }

    /** A server that was told of a list does not start without it. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RealmsGone());
        file = path == null || path.isBlank() ? null : new WordFile(Path.of(path), ServerClock.INSTANCE);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(FILE)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("File with words that the validator prohibited-content refuses in every realm.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
