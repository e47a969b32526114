package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.fixture.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WordFileTest {

    private static final Duration LATER = Duration.ofSeconds(11);

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T11:00:00Z"));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("words.txt"), "swindle");
    }

    @Test
    void aChangedFileCountsSecondsLater() throws IOException {
        WordFile words = new WordFile(file, clock);
        Files.writeString(file, "swindle\nfraud");
        assertThat(prohibits(words, "fraud")).isFalse();

        clock.move(LATER);
        assertThat(prohibits(words, "fraud")).isTrue();
    }

    @Test
    void theOldListStaysAsLongAsTheNewOneCannotBeRead() throws IOException {
        WordFile words = new WordFile(file, clock);
        Files.delete(file);
        clock.move(LATER);
        assertThat(prohibits(words, "swindle")).isTrue();

        Files.writeString(file, "swindle\n***");
        clock.move(LATER);
        assertThat(prohibits(words, "swindle")).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithItsName() {
        Path missing = directory.resolve("missing.txt");

        assertThatThrownBy(() -> new WordFile(missing, clock)).hasMessageContaining(missing.toString());
    }

    private static boolean prohibits(WordFile words, String text) {
        return WordList.prohibit(List.of(words.list()), text);
    }
}
