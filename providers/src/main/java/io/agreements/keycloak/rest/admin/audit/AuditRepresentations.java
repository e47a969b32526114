package io.agreements.keycloak.rest.admin.audit;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.audit.AuditReport;
import io.agreements.keycloak.audit.AuditYear;
import io.agreements.keycloak.audit.figure.Counted;
import io.agreements.keycloak.audit.figure.Figure;
import io.agreements.keycloak.audit.figure.Section;
import io.agreements.keycloak.audit.words.FigureWords;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.rest.admin.audit.AuditRepresentation.CountedFrom;
import io.agreements.keycloak.rest.admin.audit.AuditRepresentation.FigureRepresentation;
import io.agreements.keycloak.rest.admin.audit.AuditRepresentation.FigureSection;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Makes of the figures of a year what is sent. */
final class AuditRepresentations {

    private final RealmModel realm;
    private final AuditReport report;
    private final PageMessages messages;
    private final FigureWords words;
    private final DateTimeFormatter moments;

    AuditRepresentations(RealmModel realm, AuditReport report, PageMessages messages) {
        this.realm = realm;
        this.report = report;
        this.messages = messages;
        this.words = new FigureWords(messages);
        this.moments =
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(report.year().zone());
    }

    AuditRepresentation all() {
        AuditYear year = report.year();
        return new AuditRepresentation(
                year.number(),
                realm.getName(),
                RealmTimeZone.nameOf(realm),
                moment(year.from()),
                moment(year.countedUntil()),
                year.isSoFar(),
                moment(year.now()),
                report.ledgerSince() == null ? null : moment(report.ledgerSince()),
                messages.language().tag(),
                words.say("title", String.valueOf(year.number())),
                notes(),
                Stream.of(Section.values()).map(this::section).toList());
    }

    private List<String> notes() {
        AuditYear year = report.year();
        List<String> notes = new ArrayList<>();
        notes.add(words.say(
                "of",
                realm.getName(),
                words.moment(year.from()),
                words.moment(year.countedUntil()),
                RealmTimeZone.nameOf(realm)));
        notes.add(words.say("counted", words.moment(year.now())));
        if (year.isSoFar()) {
            notes.add(words.say("note.soFar"));
        }
        notes.add(
                report.ledgerSince() == null
                        ? words.say("note.noLedger")
                        : words.say("note.since", words.moment(report.ledgerSince())));
        notes.add(words.say("note.exact"));
        return notes;
    }

    private FigureSection section(Section section) {
        return new FigureSection(
                section,
                words.title(section),
                report.figures().stream()
                        .filter(figure -> figure.name().section() == section)
                        .map(this::figure)
                        .toList());
    }

    private FigureRepresentation figure(Figure figure) {
        return new FigureRepresentation(
                figure.name(),
                words.name(figure.name()),
                figure.of(),
                figure.of().isEmpty() ? null : words.subject(figure.of()),
                figure.name().unit(),
                figure.value() instanceof Instant moment ? moment(moment) : figure.value(),
                words.value(figure),
                counted(figure.counted()),
                moment(report.year().now()),
                figure.gap());
    }

    private CountedFrom counted(Counted counted) {
        boolean isStored = !counted.source().table().isEmpty();
        return new CountedFrom(
                isStored ? counted.source().table() : null,
                isStored ? counted.source().rows() : null,
                counted.from() == null ? null : moment(counted.from()),
                counted.until() == null ? null : moment(counted.until()),
                words.counted(counted));
    }

    private String moment(Instant moment) {
        return moments.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
