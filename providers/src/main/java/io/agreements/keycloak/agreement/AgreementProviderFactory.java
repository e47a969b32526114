package io.agreements.keycloak.agreement;

import java.nio.file.Path;
import java.util.Optional;
import org.keycloak.provider.ProviderFactory;

public interface AgreementProviderFactory extends ProviderFactory<AgreementProvider> {

    /** The directory the operator keeps agreements in as files; empty if none is named in the server's configuration. */
    Optional<Path> importDirectory();
}
