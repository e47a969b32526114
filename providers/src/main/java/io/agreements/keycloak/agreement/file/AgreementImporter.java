package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * Takes agreements over from files. Doing it again changes nothing; a published text that differs from its file is
 * refused, and then nothing at all is changed.
 */
public final class AgreementImporter {

    private final AgreementProvider agreements;
    private final AgreementDirectory directory;
    private final Clock clock;

    public AgreementImporter(AgreementProvider agreements, AgreementDirectory directory, Clock clock) {
        this.agreements = agreements;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @throws AgreementFileException if a file cannot be read or is refused; nothing has been written then
     */
    public ImportReport run(RealmModel realm) throws AgreementFileException {
        List<AgreementFile> files = directory.read(realm.getName());
        if (files.isEmpty()) {
            return ImportReport.NOTHING;
        }
        Catalogue catalogue = agreements.catalogue(realm);
        List<Step> steps = plan(files, catalogue);
        steps.forEach(step -> step.action().run(realm));
        return new ImportReport(
                labels(steps, Kind.ADD),
                labels(steps, Kind.UPDATE),
                labels(steps, Kind.KEEP),
                labels(steps, Kind.IGNORE));
    }

    private List<Step> plan(List<AgreementFile> files, Catalogue catalogue) throws AgreementFileException {
        List<String> problems = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Instant now = clock.instant();
        for (AgreementFile file : files) {
            Optional<Agreement> stored = catalogue.find(file.key());
            planSettings(file, stored, steps, problems);
            for (VersionFile version : file.versions()) {
                planVersion(file, version, stored.flatMap(s -> s.version(version.number())), now, steps, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new AgreementFileException(problems);
        }
        return steps;
    }

    private void planSettings(AgreementFile file, Optional<Agreement> stored, List<Step> steps, List<String> problems) {
        AgreementSettings settings =
                new AgreementSettings(file.key(), file.requirement(), file.bindingLocale(), file.position());
        if (stored.isPresent() && settings.equals(settingsOf(stored.get()))) {
            return;
        }
        if (stored.isPresent()
                && !stored.get().bindingLocale().equals(file.bindingLocale())
                && stored.get().versions().stream().anyMatch(AgreementImporter::isPublished)) {
            problems.add(file.source() + ": the binding locale of an agreement with published versions cannot change");
            return;
        }
        steps.add(new Step(
                stored.isPresent() ? Kind.UPDATE : Kind.ADD,
                file.key(),
                realm -> agreements.saveAgreement(realm, settings)));
    }

    private void planVersion(
            AgreementFile file,
            VersionFile version,
            Optional<Version> stored,
            Instant now,
            List<Step> steps,
            List<String> problems) {
        String label = file.key() + "/" + version.number();
        if (stored.isPresent() && isPublished(stored.get())) {
            differences(version, stored.get(), file.bindingLocale())
                    .ifPresentOrElse(
                            difference -> problems.add(file.source() + ": version " + version.number()
                                    + " is published and cannot change any more, but " + difference
                                    + ". Put the text back as it was, or give the new text the next number."),
                            () -> steps.add(new Step(
                                    isDescribedAlike(version, stored.get()) ? Kind.KEEP : Kind.IGNORE,
                                    label,
                                    realm -> {})));
            return;
        }
        NewVersion fresh;
        try {
            fresh = toNewVersion(version, now);
        } catch (IllegalArgumentException e) {
            problems.add(file.source() + ": version " + version.number() + ": " + e.getMessage());
            return;
        }
        if (stored.isEmpty()) {
            steps.add(new Step(Kind.ADD, label, realm -> agreements.addVersion(realm, file.key(), fresh)));
        } else if (isSameDraft(fresh, stored.get())) {
            steps.add(new Step(Kind.KEEP, label, realm -> {}));
        } else {
            steps.add(new Step(Kind.UPDATE, label, realm -> {
                agreements.removeDraft(realm, file.key(), version.number());
                agreements.addVersion(realm, file.key(), fresh);
            }));
        }
    }

    /** What of a published version is not as its files say; the times and words beside the text are not compared. */
    private static Optional<String> differences(VersionFile file, Version stored, String bindingLocale) {
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
    private static boolean isDescribedAlike(VersionFile file, Version stored) {
        Timeline published = stored.timeline();
        return Objects.equals(file.label(), stored.label())
                && file.material() == stored.material()
                && file.acceptance() == stored.acceptance()
                && file.readToEnd() == stored.readToEnd()
                && orElse(file.publishedAt(), published.publishedAt()).equals(published.publishedAt())
                && orElse(file.effectiveAt(), published.effectiveAt()).equals(published.effectiveAt())
                && orElse(file.enforcedAt(), published.enforcedAt()).equals(published.enforcedAt())
                && file.texts().stream()
                        .allMatch(text -> isDescribedAlike(
                                text, stored.text(text.locale()).orElseThrow()));
    }

    private static boolean isDescribedAlike(TextFile file, Text stored) {
        return file.title().equals(stored.title()) && Objects.equals(file.summary(), stored.summary());
    }

    private static boolean isPublished(Version version) {
        return version.timeline().publishedAt() != null;
    }

    private static boolean isSameDraft(NewVersion fresh, Version stored) {
        return fresh.timeline().equals(stored.timeline())
                && Objects.equals(fresh.label(), stored.label())
                && fresh.material() == stored.material()
                && fresh.acceptance() == stored.acceptance()
                && fresh.readToEnd() == stored.readToEnd()
                && fresh.texts().size() == stored.texts().size()
                && fresh.texts().stream()
                        .allMatch(text -> stored.text(text.locale())
                                .filter(known -> known.title().equals(text.title())
                                        && Objects.equals(known.summary(), text.summary())
                                        && known.digest().equals(TextDigest.of(text.content())))
                                .isPresent());
    }

    private static NewVersion toNewVersion(VersionFile file, Instant now) {
        return new NewVersion(
                file.number(),
                file.label(),
                file.material(),
                file.acceptance(),
                file.readToEnd(),
                file.draft() ? Timeline.DRAFT : timeline(file, now),
                file.texts().stream()
                        .map(text -> new NewText(text.locale(), text.title(), text.summary(), text.content()))
                        .toList());
    }

    /** A time left out is the moment of the import, or the one given before it, whichever is later. */
    private static Timeline timeline(VersionFile file, Instant now) {
        Instant publishedAt = orElse(file.publishedAt(), earlier(now, file.effectiveAt()));
        Instant effectiveAt = orElse(file.effectiveAt(), later(now, publishedAt));
        Instant enforcedAt = orElse(file.enforcedAt(), effectiveAt);
        return new Timeline(publishedAt, effectiveAt, enforcedAt, null);
    }

    private static Instant orElse(Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }

    private static Instant earlier(Instant now, Instant given) {
        return given != null && given.isBefore(now) ? given : now;
    }

    private static Instant later(Instant now, Instant given) {
        return given.isAfter(now) ? given : now;
    }

    private static AgreementSettings settingsOf(Agreement agreement) {
        return new AgreementSettings(
                agreement.key(), agreement.requirement(), agreement.bindingLocale(), agreement.position());
    }

    private static List<String> labels(List<Step> steps, Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(Step::label)
                .toList();
    }

    private enum Kind {
        ADD,
        UPDATE,
        KEEP,
        IGNORE
    }

    private interface Action {
        void run(RealmModel realm);
    }

    private record Step(Kind kind, String label, Action action) {}
}
