package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.file.archive.ArchiveLimits;
import io.agreements.keycloak.agreement.file.archive.ReceivedArchive;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark;
import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * All agreements of a realm as one ZIP archive, laid out as the realm's directory would be: {@code <key>/agreement.yaml},
 * {@code <key>/<number>/<locale>.md}. It can be taken over by a realm of any name.
 */
public final class AgreementArchive {

    private final AgreementProvider agreements;
    private final MissingNames missingNames;
    private final Clock clock;

    public AgreementArchive(AgreementProvider agreements, MissingNames missingNames, Clock clock) {
        this.agreements = agreements;
        this.missingNames = missingNames;
        this.clock = clock;
    }

    /**
     * The archive, drafts included.
     *
     * @param keys of the agreements that are wanted; all if there are none
     */
    public byte[] export(RealmModel realm, Collection<String> keys) {
        return new ArchiveWriter(agreements)
                .write(agreements.stored(realm).agreements().stream()
                        .filter(agreement -> keys.isEmpty() || keys.contains(agreement.key()))
                        .toList());
    }

    /**
     * Takes an archive over, under the rules for files.
     *
     * @throws AgreementFileException if it cannot be read or is refused; nothing has been written then
     * @throws IOException if it cannot be received
     */
    public ImportReport run(RealmModel realm, InputStream upload, OnEdits onEdits)
            throws AgreementFileException, IOException {
        try (ReceivedArchive archive = ReceivedArchive.receive(upload, ArchiveLimits.DEFAULTS)) {
            AgreementDirectory directory = AgreementDirectory.ofOneRealm(archive.root());
            ImportReport report = new AgreementImporter(agreements, directory, missingNames, clock).run(realm, onEdits);
            if (report.namesNothing() && !archive.isEmpty()) {
                throw new AgreementFileException(report.remarks().stream()
                        .filter(remark -> remark.severity() == Severity.WARNING)
                        .map(Remark::sentence)
                        .collect(Collectors.joining(" ")));
            }
            return report;
        }
    }
}
