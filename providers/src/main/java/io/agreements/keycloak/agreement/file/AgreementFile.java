package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import java.nio.file.Path;
import java.util.List;

/**
 * An agreement as an operator keeps it in files.
 *
 * @param source the directory it was read from
 * @param versions by ascending number
 */
record AgreementFile(
        String key,
        Requirement requirement,
        String bindingLocale,
        int position,
        Audience audience,
        Integer reacceptAfterDays,
        Path source,
        List<VersionFile> versions) {}
