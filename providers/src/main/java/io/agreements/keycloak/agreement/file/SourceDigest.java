package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest of what files say; equal to that of what is stored as long as nobody edits it. */
final class SourceDigest {

    private SourceDigest() {}

    static String of(AgreementSettings settings) {
        return digest(Stream.concat(
                Stream.of(
                        settings.requirement(),
                        settings.bindingLocale(),
                        settings.position(),
                        settings.audience().type(),
                        settings.reacceptAfterDays()),
                settings.audience().names().stream().sorted()));
    }

    static String of(NewVersion version) {
        return of(
                version.settings(),
                version.timeline(),
                version.texts().stream().map(SourceDigest::line).toList());
    }

    static String of(Version version) {
        return of(
                VersionSettings.of(version),
                version.timeline(),
                version.texts().stream().map(SourceDigest::line).toList());
    }

    private static String of(VersionSettings settings, Timeline timeline, List<String> texts) {
        return digest(Stream.concat(
                Stream.of(
                        settings.label(),
                        settings.material(),
                        settings.acceptance(),
                        settings.readToEnd(),
                        settings.articlesDiffer(),
                        timeline.publishedAt(),
                        timeline.effectiveAt(),
                        timeline.enforcedAt(),
                        timeline.retractedAt()),
                texts.stream().sorted()));
    }

    private static String line(NewText text) {
        return line(text.locale(), text.title(), text.summary(), TextDigest.of(text.content()));
    }

    private static String line(Text text) {
        return line(text.locale(), text.title(), text.summary(), text.digest());
    }

    private static String line(Object... fields) {
        return encode(Arrays.stream(fields));
    }

    private static String digest(Stream<?> fields) {
        return TextDigest.of(encode(fields));
    }

    /** With the length of each, so that no two lists read the same. */
    private static String encode(Stream<?> fields) {
        return fields.map(field -> Objects.toString(field, ""))
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining());
    }
}
