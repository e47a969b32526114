package io.agreements.keycloak.jpa.agreement;

import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ComparisonsAheadTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final RenderedTexts rendered = new RenderedTexts(MovableClock.at(NOW));
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ComparisonsAhead ahead = ComparisonsAhead.on(waiting::add, rendered);
    private final List<String> read = new ArrayList<>();

    @Test
    void whatIsPublishedIsComparedInEachLanguageWithTheVersionBefore() {
        Agreement agreement = agreement(
                version(1).since(NOW).in("zh-Hans", "en"),
                version(2).since(NOW).in("zh-Hans", "en"),
                version(3).since(NOW).in("zh-Hans", "de"));
        ahead.compare(agreement, number(agreement, 3), this::content);
        assertThat(read).isEmpty();
        waiting.forEach(Runnable::run);

        assertThat(read).containsExactly("2/zh-Hans", "3/zh-Hans");
        assertThat(rendered.changesForAnybody(text(agreement, 2), text(agreement, 3), text -> {
                    throw new AssertionError("read again");
                }))
                .isPresent();
    }

    @Test
    void draftsAndWhatWasRetractedAreNotWhatReadersKnow() {
        Agreement agreement = agreement(
                version(1).since(NOW),
                version(2).since(NOW).retracted(NOW),
                version(3),
                version(4).since(NOW));
        ahead.compare(agreement, number(agreement, 4), this::content);
        waiting.forEach(Runnable::run);

        assertThat(read).containsExactly("1/zh-Hans", "4/zh-Hans");
    }

    @Test
    void ofAFirstVersionNothingIsCompared() {
        Agreement agreement = agreement(version(1).since(NOW));
        ahead.compare(agreement, number(agreement, 1), this::content);

        assertThat(waiting).isEmpty();
    }

    @Test
    void whatCannotBeComparedKeepsNoOtherFromIt() {
        Agreement agreement = agreement(
                version(1).since(NOW).in("zh-Hans", "en"), version(2).since(NOW).in("zh-Hans", "en"));
        ahead.compare(agreement, number(agreement, 2), text -> {
            if (text.locale().equals("zh-Hans")) {
                throw new IllegalStateException("the database is away");
            }
            return content(text);
        });
        waiting.forEach(Runnable::run);

        assertThat(read).containsExactly("1/en", "2/en");
    }

    private static Agreement agreement(VersionBuilder... versions) {
        return AgreementBuilder.required("terms").versions(versions).build();
    }

    private static Version number(Agreement agreement, int number) {
        return agreement.version(number).orElseThrow();
    }

    private static Text text(Agreement agreement, int number) {
        return number(agreement, number).text("zh-Hans").orElseThrow();
    }

    /** A text of a test has its id as its content. */
    private Optional<byte[]> content(Text text) {
        read.add(text.id());
        return Optional.of(text.id().getBytes(StandardCharsets.UTF_8));
    }
}
