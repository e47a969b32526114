package io.agreements.keycloak.audit;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.VersionState;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import java.util.List;
import java.util.Map;

/** What users were asked, and which version when: those that could be read or were in force at any time of the year. */
final class AskedFigures {

    private static final Source FROM = Source.AGREEMENTS;

    private AskedFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        AuditYear year = facts.year();
        List<Agreement> asked = facts.catalogue().agreements().stream()
                .filter(agreement -> !versions(agreement, year).isEmpty())
                .toList();
        book.count(FROM, FigureName.AGREEMENTS, asked.size());
        book.count(
                FROM,
                FigureName.VERSIONS_PUBLISHED,
                asked.stream()
                        .flatMap(agreement -> versions(agreement, year).stream())
                        .filter(version -> !version.timeline().publishedAt().isBefore(year.from()))
                        .count());
        asked.forEach(agreement -> add(agreement, year, book));
    }

    private static void add(Agreement agreement, AuditYear year, FigureBook book) {
        List<Version> versions = versions(agreement, year);
        Map<Subject, String> of = Map.of(Subject.AGREEMENT, agreement.key());
        Version latest = versions.get(versions.size() - 1);
        latest.text(agreement.bindingLocale()).ifPresent(text -> book.tell(FROM, FigureName.TITLE, of, text.title()));
        book.tell(FROM, FigureName.REQUIREMENT, of, agreement.requirement().name());
        book.tell(FROM, FigureName.AUDIENCE, of, agreement.audience().type().name());
        versions.forEach(version -> add(agreement, version, book));
    }

    private static void add(Agreement agreement, Version version, FigureBook book) {
        Map<Subject, String> of =
                Map.of(Subject.AGREEMENT, agreement.key(), Subject.VERSION, String.valueOf(version.number()));
        Timeline timeline = version.timeline();
        book.tell(FROM, FigureName.MATERIAL, of, version.material() ? "YES" : "NO");
        book.tell(FROM, FigureName.PUBLISHED_AT, of, timeline.publishedAt());
        book.tell(FROM, FigureName.EFFECTIVE_AT, of, timeline.effectiveAt());
        book.tell(FROM, FigureName.ENFORCED_AT, of, timeline.enforcedAt());
        if (timeline.retractedAt() != null) {
            book.tell(FROM, FigureName.RETRACTED_AT, of, timeline.retractedAt());
        }
    }

    private static List<Version> versions(Agreement agreement, AuditYear year) {
        return agreement.versions().stream()
                .filter(version -> isOf(year, agreement, version))
                .toList();
    }

    private static boolean isOf(AuditYear year, Agreement agreement, Version version) {
        if (version.timeline().publishedAt() == null
                || !version.timeline().publishedAt().isBefore(year.countedUntil())) {
            return false;
        }
        VersionState before = agreement.state(version, year.from());
        return before != VersionState.SUPERSEDED && before != VersionState.RETRACTED;
    }
}
