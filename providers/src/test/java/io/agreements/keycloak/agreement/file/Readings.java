package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import java.util.List;

/** Reads agreements of files, or tells of all slips at once, as an import would. */
final class Readings {

    private Readings() {}

    static List<AgreementFile> of(AgreementDirectory directory, String realm) throws AgreementFileException {
        Remarks remarks = new Remarks();
        FilesRead files = directory.read(realm, remarks);
        remarks.requireNoError();
        return files.agreements();
    }

    static GivenSettings settings(byte[] content) throws AgreementFileException {
        Remarks remarks = new Remarks();
        GivenSettings settings = SettingsReader.read(content, remarks.of("terms/agreement.yaml"));
        remarks.requireNoError();
        return settings;
    }
}
