package io.agreements.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.receipt.SampleReceipts;
import io.agreements.proof.receipt.version.SamplePacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no browser; pages are drawn where a server has made them. */
final class EvidencePicturesTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path pack;
    private Path picture;

    @BeforeEach
    void writePack() throws IOException {
        pack = Files.write(directory.resolve("pack.zip"), SamplePacks.all().get("good"));
        picture = Files.write(directory.resolve("earlier.png"), new byte[] {1, 2, 3});
    }

    @Test
    void aPictureFromElsewhereIsAddedAndThePackStaysGood() {
        assertThat(run("evidence-pictures", "--only-added", "--add", picture.toString(), "--note", "at publishing"))
                .isZero();
        assertThat(said()).contains("1 pictures are in");
        assertThat(run("verify-receipt", "--key", SampleReceipts.LOG.key().toString()))
                .isZero();
        assertThat(said()).contains("note  pictures.json", "note  coverage", "The evidence is good.");
    }

    @Test
    void picturesAreTakenOutAgainAndThePackIsWhatItWas() throws IOException {
        run("evidence-pictures", "--only-added", "--add", picture.toString());
        assertThat(Files.readAllBytes(pack)).isNotEqualTo(SamplePacks.all().get("good"));
        run("evidence-pictures", "--only-added");

        assertThat(run("verify-receipt")).isZero();
        assertThat(said()).contains("0 pictures are in");
    }

    @Test
    void whatIsNoEvidenceOfAVersionIsRefusedAndStaysAsItIs() throws IOException {
        Files.write(pack, SampleReceipts.good());

        assertThat(run("evidence-pictures", "--only-added")).isEqualTo(2);
        assertThat(said()).contains("no evidence pack of a version");
        assertThat(Files.readAllBytes(pack)).isEqualTo(SampleReceipts.good());
        assertThat(Files.list(directory)).hasSize(2);
    }

    @Test
    void aPackThatIsNotWholeIsRefusedAndStaysAsItIs() throws IOException {
        byte[] cut = SamplePacks.all().get("cut");
        Files.write(pack, cut);

        assertThat(run("evidence-pictures", "--only-added")).isEqualTo(2);
        assertThat(Files.readAllBytes(pack)).isEqualTo(cut);
    }

    @Test
    void ofAPackWithAFileThatIsNotWhatItWasNothingIsDrawn() throws IOException {
        for (String strange :
                List.of("page-changed", "index-changed", "wording-changed", "text-changed", "receipt-broken")) {
            byte[] content = SamplePacks.all().get(strange);
            Files.write(pack, content);
            printed.reset();

            assertThat(run("evidence-pictures", "--browser", noBrowser()))
                    .as(strange)
                    .isEqualTo(2);
            assertThat(said()).as(strange).contains("Nothing is drawn");
            assertThat(Files.readAllBytes(pack)).as(strange).isEqualTo(content);
        }
    }

    @Test
    void aPackWhoseDecisionsAreNotInTheLogYetAndOneWithOtherPicturesMayBeDrawn() throws IOException {
        for (String fit : List.of("good", "unlogged", "pictured", "picture-changed")) {
            Files.write(pack, SamplePacks.all().get(fit));
            printed.reset();

            assertThat(run("evidence-pictures", "--browser", noBrowser()))
                    .as(fit)
                    .isEqualTo(2);
            assertThat(said()).as(fit).doesNotContain("Nothing is drawn").contains("no-browser");
        }
    }

    private String noBrowser() {
        return directory.resolve("no-browser").toString();
    }

    @Test
    void whoAsksWronglyIsToldHow() {
        assertThat(run("evidence-pictures", "--add", "words.txt")).isEqualTo(2);
        assertThat(run("evidence-pictures", "--note", "of nothing")).isEqualTo(2);
        assertThat(run("evidence-pictures", "--whatever")).isEqualTo(2);
        assertThat(run(
                        "evidence-pictures",
                        "--browser",
                        directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("Usage: evidence-pictures");
        assertThat(run("evidence-pictures", "--help")).isZero();
    }

    @Test
    void ofEvidenceOfAVersionTheProgramSaysWhatIsWrongAndOfWhichFile() throws IOException {
        Files.write(pack, SamplePacks.all().get("text-changed"));
        assertThat(run("verify-receipt")).isOne();
        assertThat(said()).contains("WRONG texts/en.md: is not what it was", "The evidence is NOT good.");

        Files.write(pack, SamplePacks.all().get("cut"));
        assertThat(run("verify-receipt")).isEqualTo(2);
    }

    private int run(String program, String... options) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Main.run(
                Stream.of(Stream.of(program), Stream.of(options), Stream.of(pack.toString()))
                        .flatMap(words -> words)
                        .toArray(String[]::new),
                stream,
                stream);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
