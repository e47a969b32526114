package io.agreements.keycloak.rest.admin.file;

import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark;
import java.util.List;

/**
 * Why files were not taken over. Nothing has been changed.
 *
 * @param errorMessage all of it in words, a line for each slip
 * @param remarks one for each slip, file by file and line by line
 * @param more how many slips there are besides
 */
public record ImportRefusalRepresentation(String errorMessage, List<Remark> remarks, int more) {

    public static ImportRefusalRepresentation of(AgreementFileException refusal) {
        return new ImportRefusalRepresentation(refusal.getMessage(), refusal.remarks(), refusal.more());
    }
}
