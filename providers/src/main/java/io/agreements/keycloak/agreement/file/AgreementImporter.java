package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.MissingNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * Takes agreements over from files. Doing it again changes nothing; a published text that differs from its file is
 * refused, and then nothing at all is changed. What was edited here since is left alone, unless files are to win.
 *
 * <p>All is looked at before anything is written; then one agreement after the other is, each in a transaction of its own,
 * so that nobody has to wait for more than one of them.
 */
public final class AgreementImporter {

    private final AgreementProvider agreements;
    private final AgreementDirectory directory;
    private final MissingNames missingNames;
    private final Clock clock;

    public AgreementImporter(
            AgreementProvider agreements, AgreementDirectory directory, MissingNames missingNames, Clock clock) {
        this.agreements = agreements;
        this.directory = directory;
        this.missingNames = missingNames;
        this.clock = clock;
    }

    /**
     * @throws AgreementFileException if a file cannot be read or is refused; nothing has been written then
     * @throws ImportInterruptedException if something comes in between once the first agreement has been written
     */
    public ImportReport run(RealmModel realm, OnEdits onEdits) throws AgreementFileException {
        List<AgreementFile> files = directory.read(realm.getName());
        if (files.isEmpty()) {
            return ImportReport.NOTHING;
        }
        Map<String, String> sources = agreements.sources(realm);
        List<ImportStep> done = new ArrayList<>();
        for (AgreementPlan plan : plan(files, agreements.stored(realm), sources, onEdits)) {
            try {
                write(realm, plan, sources);
            } catch (RuntimeException e) {
                ImportReport report = report(realm, files, done);
                throw report.changed() ? new ImportInterruptedException(report, e) : e;
            }
            done.addAll(plan.steps());
        }
        return report(realm, files, done);
    }

    private void write(RealmModel realm, AgreementPlan plan, Map<String, String> sources) {
        Map<String, String> newSources = newSources(plan.steps(), sources);
        if (!newSources.isEmpty() || plan.steps().stream().anyMatch(ImportStep::writes)) {
            agreements.apart(realm, (own, same) -> plan.write(own, same, newSources));
        }
    }

    private List<AgreementPlan> plan(
            List<AgreementFile> files, Catalogue catalogue, Map<String, String> sources, OnEdits onEdits)
            throws AgreementFileException {
        List<String> problems = new ArrayList<>();
        List<AgreementPlan> plans = new ArrayList<>();
        for (AgreementFile file : files) {
            Optional<Agreement> stored = catalogue.find(file.key());
            AgreementPlan plan = new AgreementPlan(file, stored, new EditCheck(sources, onEdits), clock.instant());
            plans.add(plan);
            problems.addAll(plan.problems());
        }
        long added = files.stream()
                .filter(file -> catalogue.find(file.key()).isEmpty())
                .count();
        try {
            Limits.requireAgreements(catalogue.agreements().size() + (int) added);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new AgreementFileException(problems);
        }
        return plans;
    }

    private static Map<String, String> newSources(List<ImportStep> steps, Map<String, String> known) {
        Map<String, String> sources = new HashMap<>();
        steps.stream()
                .filter(step -> step.source() != null && !step.source().equals(known.get(step.label())))
                .forEach(step -> sources.put(step.label(), step.source()));
        return sources;
    }

    private ImportReport report(RealmModel realm, List<AgreementFile> files, List<ImportStep> steps) {
        List<String> warnings = new ArrayList<>();
        for (AgreementFile file : files) {
            for (String name : missingNames.of(realm, file.audience())) {
                warnings.add(file.key() + ": there is no " + file.audience().noun() + " " + name
                        + ", so nobody is asked because of it. Is it the right name?");
            }
        }
        steps.stream()
                .filter(step -> step.kind() == ImportStep.Kind.LEAVE)
                .map(step -> step.label()
                        + " was edited here since files gave it, or was never given by files: it stays as it is, and the"
                        + " files are left aside. To have what they say, import with overwrite=true.")
                .forEach(warnings::add);
        return new ImportReport(
                labels(steps, ImportStep.Kind.ADD),
                labels(steps, ImportStep.Kind.UPDATE),
                labels(steps, ImportStep.Kind.KEEP),
                labels(steps, ImportStep.Kind.IGNORE),
                labels(steps, ImportStep.Kind.LEAVE),
                warnings);
    }

    private static List<String> labels(List<ImportStep> steps, ImportStep.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.isReported())
                .map(ImportStep::label)
                .toList();
    }
}
