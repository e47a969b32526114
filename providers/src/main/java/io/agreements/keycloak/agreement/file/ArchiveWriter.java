package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes agreements as an archive. The same agreements give the same bytes, whenever it is done. */
final class ArchiveWriter {

    /** The earliest time an entry can have. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final AgreementProvider agreements;

    ArchiveWriter(AgreementProvider agreements) {
        this.agreements = agreements;
    }

    byte[] write(List<Agreement> wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Agreement agreement : wanted) {
                write(archive, agreement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(ZipOutputStream archive, Agreement agreement) throws IOException {
        String directory = agreement.key() + "/";
        add(
                archive,
                directory + AgreementDirectory.SETTINGS,
                AgreementYaml.of(agreement).toBytes());
        for (Version version : agreement.versions()) {
            String versionDirectory = directory + version.number() + "/";
            add(archive, versionDirectory, new byte[0]);
            for (Text text : version.texts()) {
                add(archive, versionDirectory + text.locale() + AgreementDirectory.TEXT_SUFFIX, content(text));
            }
        }
    }

    private byte[] content(Text text) {
        return agreements
                .content(text)
                .orElseThrow(() -> new IllegalStateException("text " + text.id() + " is not there any more"));
    }

    private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }
}
