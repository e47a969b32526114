package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionWrite;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.editing.AgreementRules;
import io.agreements.keycloak.agreement.file.ImportStep.Kind;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.file.reading.FileRemarks;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import io.agreements.keycloak.agreement.text.outline.Remark;
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

    private static final OutlineReader OUTLINES = new OutlineReader();

    private final AgreementFile file;
    private final Optional<Agreement> stored;
    private final EditCheck edits;
    private final Instant now;
    private final Remarks remarks;
    private final FileRemarks ofSettings;
    private final List<ImportStep> steps = new ArrayList<>();

    /** @param stored the agreement as it is stored; empty if it is new */
    AgreementPlan(AgreementFile file, Optional<Agreement> stored, EditCheck edits, Instant now, Remarks remarks) {
        this.file = file;
        this.stored = stored;
        this.edits = edits;
        this.now = now;
        this.remarks = remarks;
        this.ofSettings = remarks.of(file.settingsFile());
    }

    /** Makes the plan, and tells what stands against it; where a slip stands against the settings, only against texts. */
    void make() {
        if (file.settings() != null) {
            ofSettings.check(0, this::planSettings);
        }
        remarks.of(file.source()).check(0, this::requireRoom);
        for (VersionFile version : file.versions()) {
            planVersion(version);
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
        AgreementSettings wanted = file.settings();
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
            List<NewText> texts = texts(version);
            if (file.settings() != null && texts.size() == version.texts().size()) {
                check(version, () -> planDraft(version, texts, known));
            }
        }
    }

    /** What is against a version stands where its settings do, or else its texts. */
    private void check(VersionFile version, Runnable rule) {
        if (version.line() > 0) {
            ofSettings.check(version.line(), named(version, rule));
        } else {
            remarks.of(version.source()).check(0, named(version, rule));
        }
    }

    private static Runnable named(VersionFile version, Runnable rule) {
        return () -> {
            try {
                rule.run();
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("version " + version.number() + ": " + e.getMessage(), e);
            }
        };
    }

    /** Of a published version nothing changes any more, but that it can be retracted. */
    private void planPublished(VersionFile version, Version known) {
        if (VersionComparison.tellDifferences(version, known, remarks)) {
            return;
        }
        if (version.retractedAt() == null || known.timeline().retractedAt() != null) {
            steps.add(ImportStep.idle(
                    VersionComparison.isDescribedAlike(version, known) ? Kind.KEEP : Kind.IGNORE,
                    label(version),
                    null));
            return;
        }
        boolean hasBegun = known.timeline().isPublished(now);
        if (hasBegun && version.retractedAt().isBefore(known.timeline().publishedAt())) {
            ofSettings.error(
                    version.line(), "version " + version.number() + ": retractedAt must not come before publishedAt");
            return;
        }
        steps.add(ImportStep.writing(
                Kind.UPDATE,
                label(version),
                null,
                (agreements, realm) ->
                        agreements.retract(realm, file.key(), version.number(), version.retractedAt(), known.edits())));
    }

    private void planDraft(VersionFile version, List<NewText> texts, Optional<Version> known) {
        NewVersion wanted = new NewVersion(
                version.number(), version.settings(), version.draft() ? Timeline.DRAFT : timeline(version), texts);
        String source = SourceDigest.of(wanted);
        if (known.isEmpty()) {
            requirePublishable(version, wanted);
            steps.add(ImportStep.writing(Kind.ADD, label(version), source, VersionWrite.added(wanted, source)));
        } else if (source.equals(SourceDigest.of(known.get()))) {
            steps.add(ImportStep.idle(Kind.KEEP, label(version), source));
        } else if (edits.mayReplace(label(version), SourceDigest.of(known.get()))) {
            requirePublishable(version, wanted);
            steps.add(ImportStep.writing(
                    Kind.UPDATE,
                    label(version),
                    source,
                    VersionWrite.inPlace(wanted, known.get().edits())));
        } else {
            steps.add(ImportStep.idle(Kind.LEAVE, label(version), null));
        }
    }

    /** Versions of an agreement that is new are added in their order. */
    private void requirePublishable(VersionFile version, NewVersion wanted) {
        if (wanted.timeline().publishedAt() != null) {
            Outlines outlines = Outlines.of(wanted.contents());
            String articlesDiffer = wanted.settings().articlesDiffer();
            refuseIf(stored.map(agreement -> AgreementRules.againstPublication(
                            agreement, file.settings().bindingLocale(), wanted.number(), outlines, articlesDiffer))
                    .orElseGet(() -> AgreementRules.againstTexts(outlines, articlesDiffer)));
            if (articlesDiffer != null && AgreementRules.keptReason(outlines, articlesDiffer) == null) {
                ofSettings.warning(
                        version.line(),
                        "version " + version.number() + ": " + AgreementProvider.ARTICLES_DIFFER
                                + " is not kept, because the languages have the same articles. Take it out");
            }
        }
    }

    private String label(VersionFile version) {
        return file.key() + "/" + version.number();
    }

    /** Those of its texts that can be stored; what is against the others is told. */
    private List<NewText> texts(VersionFile version) {
        List<NewText> texts = new ArrayList<>();
        for (TextFile text : version.texts()) {
            FileRemarks ofText = remarks.of(text.source());
            ofText.check(0, () -> {
                if (isFit(text, ofText) && text.title() != null) {
                    texts.add(new NewText(text.locale(), text.title(), text.summary(), text.content()));
                }
            });
        }
        return texts;
    }

    /** Tells with its line what an author should know of a text. */
    private static boolean isFit(TextFile text, FileRemarks ofText) {
        boolean fit = true;
        for (Remark remark : OUTLINES.read(TextBytes.decode(text.content())).remarks()) {
            String message = remark.found() + "; " + remark.advice();
            if (remark.refused()) {
                ofText.error(remark.line(), message);
                fit = false;
            } else {
                ofText.warning(remark.line(), message);
            }
        }
        if (fit) {
            Limits.requireFit(text.content());
        }
        return fit;
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
