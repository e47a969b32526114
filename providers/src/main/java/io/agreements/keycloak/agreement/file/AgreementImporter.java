package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark;
import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Remarks remarks = new Remarks();
        FilesRead files = directory.read(realm.getName(), remarks);
        if (files.agreements().isEmpty()) {
            remarks.requireNoError();
            if (files.nothing() != null) {
                remarks.add(new Remark(Severity.WARNING, null, null, null, files.nothing()));
            }
            return report(files, List.of(), remarks);
        }
        Map<String, String> sources = agreements.sources(realm);
        List<AgreementPlan> plans = plan(files, agreements.stored(realm), sources, onEdits, remarks);
        files.agreements().forEach(file -> warnOfMissingNames(realm, file, remarks));
        List<ImportStep> done = new ArrayList<>();
        for (AgreementPlan plan : plans) {
            try {
                write(realm, plan, sources);
            } catch (RuntimeException e) {
                ImportReport report = report(files, done, remarks);
                throw report.changed() ? new ImportInterruptedException(report, e) : e;
            }
            done.addAll(plan.steps());
        }
        return report(files, done, remarks);
    }

    private void write(RealmModel realm, AgreementPlan plan, Map<String, String> sources) {
        Map<String, String> newSources = newSources(plan.steps(), sources);
        if (!newSources.isEmpty() || plan.steps().stream().anyMatch(ImportStep::writes)) {
            agreements.apart(realm, (own, same) -> plan.write(own, same, newSources));
        }
    }

    private List<AgreementPlan> plan(
            FilesRead files, Catalogue catalogue, Map<String, String> sources, OnEdits onEdits, Remarks remarks)
            throws AgreementFileException {
        List<AgreementPlan> plans = new ArrayList<>();
        for (AgreementFile file : files.agreements()) {
            AgreementPlan plan = new AgreementPlan(
                    file, catalogue.find(file.key()), new EditCheck(sources, onEdits), clock.instant(), remarks);
            plan.make();
            plans.add(plan);
        }
        long added = files.agreements().stream()
                .filter(file -> catalogue.find(file.key()).isEmpty())
                .count();
        try {
            Limits.requireAgreements(catalogue.agreements().size() + (int) added);
        } catch (IllegalArgumentException e) {
            remarks.error(e.getMessage());
        }
        remarks.requireNoError();
        return plans;
    }

    private static Map<String, String> newSources(List<ImportStep> steps, Map<String, String> known) {
        Map<String, String> sources = new HashMap<>();
        steps.stream()
                .filter(step -> step.source() != null && !step.keepsSource())
                .filter(step -> !step.source().equals(known.get(step.label())))
                .forEach(step -> sources.put(step.label(), step.source()));
        return sources;
    }

    private void warnOfMissingNames(RealmModel realm, AgreementFile file, Remarks remarks) {
        for (String name : missingNames.of(realm, file.settings().audience())) {
            remarks.of(file.settingsFile())
                    .warning(
                            file.audienceLine(),
                            "there is no " + file.settings().audience().noun() + " " + name
                                    + ", so nobody is asked because of it. Is it the right name?");
        }
    }

    private static ImportReport report(FilesRead files, List<ImportStep> steps, Remarks remarks) {
        List<Remark> told = new ArrayList<>(remarks.others());
        steps.stream()
                .filter(step -> step.kind() == ImportStep.Kind.LEAVE)
                .map(step -> new Remark(
                        Severity.WARNING,
                        null,
                        null,
                        null,
                        step.label()
                                + " was edited here since files gave it, or was never given by files: it stays as it is,"
                                + " and the files are left aside. To have what they say, import with overwrite=true."))
                .forEach(told::add);
        return new ImportReport(
                labels(steps, ImportStep.Kind.ADD),
                labels(steps, ImportStep.Kind.UPDATE),
                labels(steps, ImportStep.Kind.KEEP),
                labels(steps, ImportStep.Kind.IGNORE),
                labels(steps, ImportStep.Kind.LEAVE),
                files.leftAside(),
                told);
    }

    private static List<String> labels(List<ImportStep> steps, ImportStep.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.isReported())
                .map(ImportStep::label)
                .toList();
    }
}
