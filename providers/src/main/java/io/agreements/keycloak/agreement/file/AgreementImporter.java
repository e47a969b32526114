package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.text.ArticleCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Catalogue catalogue = agreements.stored(realm);
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
        AgreementSettings settings;
        try {
            settings = toSettings(file);
        } catch (IllegalArgumentException e) {
            problems.add(file.source() + ": " + e.getMessage());
            return;
        }
        if (stored.isPresent() && settings.equals(AgreementSettings.of(stored.get()))) {
            return;
        }
        if (stored.isPresent()
                && !stored.get().bindingLocale().equals(file.bindingLocale())
                && stored.get().isPublished()) {
            problems.add(file.source() + ": the binding locale of an agreement with published versions cannot change");
            return;
        }
        steps.add(new Step(
                stored.isPresent() ? Kind.UPDATE : Kind.ADD,
                file.key(),
                stored.<Action>map(known -> realm -> agreements.updateAgreement(realm, settings, known.edits()))
                        .orElse(realm -> agreements.addAgreement(realm, settings))));
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
            if (isNewRetraction(version, stored.get())
                    && version.retractedAt().isBefore(stored.get().timeline().publishedAt())) {
                problems.add(file.source() + ": version " + version.number()
                        + ": retractedAt must not come before publishedAt");
                return;
            }
            VersionComparison.differences(version, stored.get())
                    .ifPresentOrElse(
                            difference -> problems.add(file.source() + ": version " + version.number()
                                    + " is published and cannot change any more, but " + difference
                                    + ". Put the text back as it was, or give the new text the next number."),
                            () -> steps.add(published(file.key(), version, stored.get(), label)));
            return;
        }
        Optional<String> unequal = version.draft() ? Optional.empty() : ArticleCounts.difference(contents(version));
        if (unequal.isPresent()) {
            problems.add(file.source() + ": version " + version.number()
                    + ": the number of articles (##) differs between its languages: " + unequal.get());
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
        } else if (VersionComparison.isSameDraft(fresh, stored.get())) {
            steps.add(new Step(Kind.KEEP, label, realm -> {}));
        } else {
            steps.add(new Step(Kind.UPDATE, label, realm -> {
                agreements.removeDraft(realm, file.key(), version.number());
                agreements.addVersion(realm, file.key(), fresh);
            }));
        }
    }

    /** Of a published version nothing changes any more, but that it can be retracted. */
    private Step published(String key, VersionFile file, Version stored, String label) {
        if (isNewRetraction(file, stored)) {
            return new Step(
                    Kind.UPDATE, label, realm -> agreements.retract(realm, key, file.number(), file.retractedAt()));
        }
        return new Step(VersionComparison.isDescribedAlike(file, stored) ? Kind.KEEP : Kind.IGNORE, label, realm -> {});
    }

    private static boolean isNewRetraction(VersionFile file, Version stored) {
        return file.retractedAt() != null && stored.timeline().retractedAt() == null;
    }

    private static boolean isPublished(Version version) {
        return version.timeline().publishedAt() != null;
    }

    private static AgreementSettings toSettings(AgreementFile file) {
        return new AgreementSettings(
                file.key(),
                file.requirement(),
                file.bindingLocale(),
                file.position(),
                file.audience(),
                file.reacceptAfterDays());
    }

    private static Map<String, byte[]> contents(VersionFile version) {
        return version.texts().stream().collect(Collectors.toMap(TextFile::locale, TextFile::content));
    }

    private static NewVersion toNewVersion(VersionFile file, Instant now) {
        return new NewVersion(
                file.number(),
                new VersionSettings(file.label(), file.material(), file.acceptance(), file.readToEnd()),
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
        return new Timeline(publishedAt, effectiveAt, enforcedAt, file.retractedAt());
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
