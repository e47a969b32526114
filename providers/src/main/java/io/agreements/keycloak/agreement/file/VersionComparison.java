package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tells in what the files of a version differ from what is stored. */
final class VersionComparison {

    private VersionComparison() {}

    /**
     * Tells what of a published version is not as its files say; the times and words beside the text are not compared.
     *
     * @return whether there is anything
     */
    static boolean tellDifferences(VersionFile file, Version stored, Remarks remarks) {
        int before = remarks.errorCount();
        for (TextFile text : file.texts()) {
            Optional<Text> published = stored.text(text.locale());
            if (published.isEmpty()) {
                tell(remarks, file, text.source(), "there is a text in " + text.locale() + " that it does not have");
            } else if (!published.get().digest().equals(TextDigest.of(text.content()))) {
                tell(remarks, file, text.source(), "the text in " + text.locale() + " is another one");
            }
        }
        for (Text text : stored.texts()) {
            if (!file.hasFileFor(text.locale())) {
                tell(remarks, file, file.source(), "the text in " + text.locale() + " is missing");
            }
        }
        return remarks.errorCount() > before;
    }

    private static void tell(Remarks remarks, VersionFile file, String source, String difference) {
        remarks.of(source)
                .error("version " + file.number() + ": it is published and cannot change any more, but " + difference
                        + ". Put the text back as it was, or give the new text the next number.");
    }

    /** Whether the files give the words and times beside the text as they were published; a time left out is no other one. */
    static boolean isDescribedAlike(VersionFile file, Version stored) {
        Timeline published = stored.timeline();
        return !file.draft()
                && file.settings().equals(VersionSettings.of(stored))
                && isAlike(file.publishedAt(), published.publishedAt())
                && isAlike(file.effectiveAt(), published.effectiveAt())
                && isAlike(file.enforcedAt(), published.enforcedAt())
                && isAlike(file.retractedAt(), published.retractedAt())
                && file.texts().stream()
                        .allMatch(text -> isDescribedAlike(
                                text, stored.text(text.locale()).orElseThrow()));
    }

    private static boolean isDescribedAlike(TextFile file, Text stored) {
        return Objects.equals(file.title(), stored.title()) && Objects.equals(file.summary(), stored.summary());
    }

    private static boolean isAlike(Instant given, Instant published) {
        return given == null || given.equals(published);
    }
}
