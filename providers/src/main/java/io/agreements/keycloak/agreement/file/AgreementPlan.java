package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.AgreementProvider.VersionWrite;
import io.agreements.keycloak.agreement.AgreementRules;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.ImportStep.Kind;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;

/** What an import has to do so that an agreement is as its files say, and what stands against it. */
final class AgreementPlan {

    private final AgreementFile file;
    private final Optional<Agreement> stored;
    private final EditCheck edits;
    private final Instant now;
    private final List<ImportStep> steps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** @param stored the agreement as it is stored; empty if it is new */
    AgreementPlan(AgreementFile file, Optional<Agreement> stored, EditCheck edits, Instant now) {
        this.file = file;
        this.stored = stored;
        this.edits = edits;
        this.now = now;
        orProblem(file.source() + ": ", this::planSettings);
        orProblem(file.source() + ": ", this::requireRoom);
        for (VersionFile version : file.versions()) {
            orProblem(file.source() + ": version " + version.number() + ": ", () -> planVersion(version));
        }
    }

    List<ImportStep> steps() {
        return steps;
    }

    /** Writes it, and keeps what the files say, so that an edit is told from them later. */
    void write(AgreementProvider agreements, RealmModel realm, Map<String, String> newSources) {
        List<VersionWrite> versions = new ArrayList<>();
        for (ImportStep step : steps) {
            if (step.version() != null) {
                versions.add(step.version());
            } else if (step.other() != null) {
                writeVersions(agreements, realm, versions);
                step.other().write(agreements, realm);
            }
        }
        writeVersions(agreements, realm, versions);
        agreements.keepSources(realm, newSources);
    }

    /** Those in a row at once: in the order of their numbers, in which each may be published. */
    private void writeVersions(AgreementProvider agreements, RealmModel realm, List<VersionWrite> versions) {
        if (!versions.isEmpty()) {
            agreements.writeVersions(realm, file.key(), versions);
            versions.clear();
        }
    }

    /** Each in words for an administrator. */
    List<String> problems() {
        return problems;
    }

    private void orProblem(String where, Runnable part) {
        try {
            part.run();
        } catch (IllegalArgumentException e) {
            problems.add(where + e.getMessage());
        }
    }

    private void requireRoom() {
        Set<Integer> numbers = new HashSet<>();
        file.versions().forEach(version -> numbers.add(version.number()));
        stored.ifPresent(agreement -> agreement.versions().forEach(version -> numbers.add(version.number())));
        Limits.requireVersions(numbers.size());
    }

    private static void refuseIf(Optional<String> problem) {
        problem.ifPresent(found -> {
            throw new IllegalArgumentException(found);
        });
    }

    private void planSettings() {
        AgreementSettings wanted = new AgreementSettings(
                file.key(),
                file.requirement(),
                file.bindingLocale(),
                file.position(),
                file.audience(),
                file.reacceptAfterDays());
        String source = SourceDigest.of(wanted);
        if (stored.isEmpty()) {
            steps.add(ImportStep.writing(
                    Kind.ADD, file.key(), source, (agreements, realm) -> agreements.addAgreement(realm, wanted)));
            return;
        }
        AgreementSettings known = AgreementSettings.of(stored.get());
        if (wanted.equals(known)) {
            steps.add(ImportStep.idle(Kind.KEEP, file.key(), source));
        } else if (edits.mayReplace(file.key(), SourceDigest.of(known))) {
            refuseIf(AgreementRules.againstSettings(stored.get(), wanted));
            int read = stored.get().edits();
            steps.add(ImportStep.writing(
                    Kind.UPDATE,
                    file.key(),
                    source,
                    (agreements, realm) -> agreements.updateAgreement(realm, wanted, read)));
        } else {
            steps.add(ImportStep.idle(Kind.LEAVE, file.key(), null));
        }
    }

    private void planVersion(VersionFile version) {
        Optional<Version> known = stored.flatMap(agreement -> agreement.version(version.number()));
        if (known.isPresent() && known.get().timeline().publishedAt() != null) {
            planPublished(version, known.get());
        } else {
            planDraft(version, known);
        }
    }

    /** Of a published version nothing changes any more, but that it can be retracted. */
    private void planPublished(VersionFile version, Version known) {
        refuseIf(VersionComparison.differences(version, known)
                .map(difference -> "it is published and cannot change any more, but " + difference
                        + ". Put the text back as it was, or give the new text the next number."));
        if (version.retractedAt() == null || known.timeline().retractedAt() != null) {
            steps.add(ImportStep.idle(
                    VersionComparison.isDescribedAlike(version, known) ? Kind.KEEP : Kind.IGNORE,
                    label(version),
                    null));
            return;
        }
        boolean hasBegun = known.timeline().isPublished(now);
        if (hasBegun && version.retractedAt().isBefore(known.timeline().publishedAt())) {
            throw new IllegalArgumentException("retractedAt must not come before publishedAt");
        }
        steps.add(ImportStep.writing(
                Kind.UPDATE,
                label(version),
                null,
                (agreements, realm) ->
                        agreements.retract(realm, file.key(), version.number(), version.retractedAt(), known.edits())));
    }

    private void planDraft(VersionFile version, Optional<Version> known) {
        NewVersion wanted = wanted(version);
        String source = SourceDigest.of(wanted);
        if (known.isEmpty()) {
            requirePublishable(wanted);
            steps.add(ImportStep.writing(Kind.ADD, label(version), source, VersionWrite.added(wanted)));
        } else if (source.equals(SourceDigest.of(known.get()))) {
            steps.add(ImportStep.idle(Kind.KEEP, label(version), source));
        } else if (edits.mayReplace(label(version), SourceDigest.of(known.get()))) {
            requirePublishable(wanted);
            steps.add(ImportStep.writing(
                    Kind.UPDATE,
                    label(version),
                    source,
                    new VersionWrite(wanted, known.get().edits())));
        } else {
            steps.add(ImportStep.idle(Kind.LEAVE, label(version), null));
        }
    }

    /** Versions of an agreement that is new are added in their order. */
    private void requirePublishable(NewVersion wanted) {
        if (wanted.timeline().publishedAt() != null) {
            refuseIf(stored.map(agreement -> AgreementRules.againstPublication(
                            agreement, file.bindingLocale(), wanted.number(), wanted.contents()))
                    .orElseGet(() -> AgreementRules.againstTexts(wanted.contents())));
        }
    }

    private String label(VersionFile version) {
        return file.key() + "/" + version.number();
    }

    private NewVersion wanted(VersionFile version) {
        return new NewVersion(
                version.number(),
                new VersionSettings(version.label(), version.material(), version.acceptance(), version.readToEnd()),
                version.draft() ? Timeline.DRAFT : timeline(version),
                version.texts().stream().map(AgreementPlan::wanted).toList());
    }

    private static NewText wanted(TextFile text) {
        try {
            return new NewText(text.locale(), text.title(), text.summary(), text.content());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    text.locale() + AgreementDirectory.TEXT_SUFFIX + ": " + e.getMessage(), e);
        }
    }

    /**
     * A time left out is the moment of the import, or the one given before it, whichever is later. What was to be pulled back
     * before it was published is nobody's but its authors'.
     */
    private Timeline timeline(VersionFile version) {
        Instant publishedAt = orElse(version.publishedAt(), earlier(version.effectiveAt()));
        if (version.retractedAt() != null && version.retractedAt().isBefore(publishedAt)) {
            return Timeline.DRAFT;
        }
        Instant effectiveAt = orElse(version.effectiveAt(), later(publishedAt));
        Instant enforcedAt = orElse(version.enforcedAt(), effectiveAt);
        return new Timeline(publishedAt, effectiveAt, enforcedAt, version.retractedAt());
    }

    private static Instant orElse(Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }

    private Instant earlier(Instant given) {
        return given != null && given.isBefore(now) ? given : now;
    }

    private Instant later(Instant given) {
        return given.isAfter(now) ? given : now;
    }
}
