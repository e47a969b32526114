package io.agreements.keycloak.agreement.file.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.agreements.keycloak.agreement.file.Zip;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceivedArchiveTest {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(5_000, 20_000, 4);

    private Set<Path> before;

    @BeforeEach
    void lookAtTheTemporaryFiles() throws IOException {
        before = temporaryFiles();
    }

    @AfterEach
    void noTemporaryFileIsLeft() throws IOException {
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void whatIsInItIsReadWithoutUnpackingIt() throws Exception {
        byte[] zip = Zip.of(Map.of(
                "terms/agreement.yaml",
                "requirement: REQUIRED\nbindingLocale: en\ntitles: {en: Terms}",
                "terms/1/en.md",
                "Text"));

        try (ReceivedArchive archive = receive(zip)) {
            assertThat(archive.isEmpty()).isFalse();
            assertThat(archive.root().resolve("terms/1/en.md")).hasContent("Text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "This is no archive, but a letter.", "\u001f\u008b"})
    void whatIsNoArchiveIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "not a ZIP archive");
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherArchiveIsToldByWhatItIs(String beginning, String what) {
        assertRefused(
                (beginning + "x".repeat(600)).getBytes(StandardCharsets.ISO_8859_1),
                "not a ZIP archive that can be read: " + what + ". Pack the agreements as a ZIP archive");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("\u001F\u008B\b", "it is compressed by gzip, as a .tar.gz is"),
                Arguments.of("BZh9", "it is compressed by bzip2, as a .tar.bz2 is"),
                Arguments.of("\u00FD7zXZ\0", "it is compressed by xz, as a .tar.xz is"),
                Arguments.of("7z\u00BC\u00AF'\u001C", "it is a 7z archive"),
                Arguments.of("Rar!\u001A", "it is a RAR archive"),
                Arguments.of("%PDF-1.7", "it is a PDF"),
                Arguments.of(" {\"a\": 1}", "it is JSON"),
                Arguments.of("<!DOCTYPE html>", "it is HTML or XML"),
                Arguments.of("terms/".concat("\0".repeat(251)).concat("ustar"), "it is a tar archive"),
                Arguments.of("PK\u0003\u0004", "it is damaged or not complete"),
                Arguments.of("Dear all", "it does not begin like one"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void anArchiveThatIsCutOffIsRefused(double part) {
        byte[] zip = Zip.of(Map.of("terms/agreement.yaml", "requirement: REQUIRED"));

        assertRefused(Arrays.copyOf(zip, (int) (zip.length * part)), "not a ZIP archive");
    }

    @Test
    void aNameOfManyLevelsIsRefusedBeforeAnybodyKeepsThem() {
        for (String name : List.of("a/".repeat(30_000) + "x", "a".repeat(30_000), "a/".repeat(25) + "x")) {
            byte[] zip = Zip.of(Map.of(name, ""));

            assertThatExceptionOfType(AgreementFileException.class)
                    .isThrownBy(() -> ReceivedArchive.receive(new ByteArrayInputStream(zip), ArchiveLimits.DEFAULTS)
                            .close())
                    .withMessageContaining("1000 characters or 20 levels: 'a");
        }
    }

    @Test
    void anArchiveWhoseContentIsBrokenIsRefused() {
        byte[] zip = Zip.of(Map.of("terms/agreement.yaml", "requirement: REQUIRED, and so on and so forth"));
        Arrays.fill(zip, 50, 65, (byte) 0xff);

        assertRefused(zip, "not a ZIP archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/x",
                "/etc/x",
                "a/../../x",
                "./x",
                "a//x",
                "a\\..\\x",
                "C:/x",
                "a/./x",
                "a/..",
                "..",
                "//x",
                "a\u0000b",
                "a\nb",
            })
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertRefused(Zip.of(Map.of(name, "content")), "not a plain path");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        byte[] zip = Zip.of(Map.of("a/1/en.md", "one", "a/1/fr.md", "two"));

        assertRefused(Zip.renamed(zip, "a/1/fr.md", "a/1/en.md"), "");
    }

    @Test
    void aNameThatIsNotUtf8IsRefused() {
        byte[] zip = Zip.of(Map.of("aaé/x", "one"));

        assertRefused(Zip.renamed(zip, "\u00c3\u00a9", "\u00c3\u00c3"), "not a ZIP archive");
    }

    @Test
    void tooManyEntriesAreRefused() {
        assertRefused(Zip.of(Map.of("a", "", "b", "", "c", "", "d", "", "e", "")), "5 entries; at most 4");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() {
        assertRefused(Zip.of(Map.of("a", "0".repeat(20_001))), "unpacks to more than 20000 bytes");
        assertRefused(Zip.of(Map.of("a", "0".repeat(10_001), "b", "0".repeat(10_000))), "unpacks to more than");
    }

    @Test
    void aSizeThatIsOnlyClaimedIsNotBelieved() {
        byte[] zip = Zip.of(Map.of("a", "0".repeat(1_000_000)));
        int size = 1_000_000;
        String claimed =
                new String(new char[] {(char) (size & 0xff), (char) (size >> 8 & 0xff), (char) (size >> 16), 0});

        assertRefused(Zip.renamed(zip, claimed, "\u0001\u0000\u0000\u0000"), "");
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedBeforeItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'P';
            }
        };

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> ReceivedArchive.receive(endless, LIMITS))
                .withMessageContaining("more than 5000 bytes");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is gone");
            }
        };

        assertThatIOException()
                .isThrownBy(() -> ReceivedArchive.receive(broken, LIMITS))
                .withMessage("the connection is gone");
    }

    private static void assertRefused(byte[] zip, String reason) {
        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> receive(zip).close())
                .withMessageContaining(reason);
    }

    private static ReceivedArchive receive(byte[] zip) throws AgreementFileException, IOException {
        return ReceivedArchive.receive(new ByteArrayInputStream(zip), LIMITS);
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("agreements-"))
                    .collect(Collectors.toSet());
        }
    }
}
