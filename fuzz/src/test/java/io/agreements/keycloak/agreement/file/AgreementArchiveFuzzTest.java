package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.keycloak.models.RealmModel;

/**
 * Whole archives, made of an input whose parts begin with the name of a file: taken over and given out again as they were,
 * or refused with what is wrong.
 */
final class AgreementArchiveFuzzTest {

    private static final Trial TRIAL = new Trial("archives (ZIP, files in them)");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @DictionaryEntries({
        "\\x0A====\\x0A",
        "terms/agreement.yaml\\x0A",
        "terms/1/zh-Hans.md\\x0A",
        "terms/2/en.md\\x0A",
        "/",
        "..",
        "news/",
        "bindingLocale: en",
        "requirement: REQUIRED",
        "titles: {en: A}",
        "versions: {1: {draft: true}}",
        "## 1 "
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void isTakenOverAsAWholeOrNotAtAll(byte[] input) throws Exception {
        Optional<byte[]> zip = zip(new Parts(input));
        if (zip.isEmpty()) {
            return;
        }
        TRIAL.run(input, () -> {
            InMemoryAgreements agreements = new InMemoryAgreements();
            AgreementArchive archive = new AgreementArchive(agreements, (realm, audience) -> Set.of(), CLOCK);
            RealmModel realm = Realms.named("shop");
            try {
                run(archive, realm, zip.get());
            } catch (AgreementFileException e) {
                assertThat(e.problems()).isNotEmpty();
                assertThat(agreements.stored(realm).agreements()).isEmpty();
                return false;
            }
            byte[] exported = archive.export(realm, List.of());
            RealmModel other = Realms.named("market");
            run(archive, other, exported);
            assertThat(archive.export(other, List.of())).isEqualTo(exported);
            return true;
        });
    }

    private static void run(AgreementArchive archive, RealmModel realm, byte[] zip)
            throws AgreementFileException, IOException {
        archive.run(realm, new ByteArrayInputStream(zip), OnEdits.KEEP);
    }

    /** @return empty if no archive can have these names */
    private static Optional<byte[]> zip(Parts input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (byte[] part : input.all()) {
                List<String> lines = List.of(new String(part, StandardCharsets.ISO_8859_1).split("\n", 2));
                archive.putNextEntry(new ZipEntry(lines.get(0)));
                archive.write(lines.size() < 2 ? new byte[0] : lines.get(1).getBytes(StandardCharsets.ISO_8859_1));
                archive.closeEntry();
            }
        } catch (ZipException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }
}
