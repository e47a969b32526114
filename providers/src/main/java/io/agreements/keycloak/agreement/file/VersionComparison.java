package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tells in what the files of a version differ from what is stored. */
final class VersionComparison {

    private VersionComparison() {}

    /** What of a published version is not as its files say; the times and words beside the text are not compared. */
    static Optional<String> differences(VersionFile file, Version stored) {
        for (TextFile text : file.texts()) {
            Optional<Text> published = stored.text(text.locale());
            if (published.isEmpty()) {
                return Optional.of("there is a text in " + text.locale() + " that it does not have");
            }
            if (!published.get().digest().equals(TextDigest.of(text.content()))) {
                return Optional.of("the text in " + text.locale() + " is another one");
            }
        }
        for (Text text : stored.texts()) {
            if (file.texts().stream().noneMatch(candidate -> candidate.locale().equals(text.locale()))) {
                return Optional.of("the text in " + text.locale() + " is missing");
            }
        }
        return Optional.empty();
    }

    /** Whether the files give the words and times beside the text as they were published; a time left out is no other one. */
    static boolean isDescribedAlike(VersionFile file, Version stored) {
        Timeline published = stored.timeline();
        return !file.draft()
                && Objects.equals(file.label(), stored.label())
                && file.material() == stored.material()
                && file.acceptance() == stored.acceptance()
                && file.readToEnd() == stored.readToEnd()
                && isAlike(file.publishedAt(), published.publishedAt())
                && isAlike(file.effectiveAt(), published.effectiveAt())
                && isAlike(file.enforcedAt(), published.enforcedAt())
                && isAlike(file.retractedAt(), published.retractedAt())
                && file.texts().stream()
                        .allMatch(text -> isDescribedAlike(
                                text, stored.text(text.locale()).orElseThrow()));
    }

    private static boolean isDescribedAlike(TextFile file, Text stored) {
        return file.title().equals(stored.title()) && Objects.equals(file.summary(), stored.summary());
    }

    private static boolean isAlike(Instant given, Instant published) {
        return given == null || given.equals(published);
    }
}
