package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.figure.Figure;
import java.time.Instant;
import java.util.List;

/**
 * The figures of a year of a realm, as they were counted at a moment. They are exact, and name nobody.
 *
 * @param ledgerSince when the first record was recorded, in UTC; null if there is none
 * @param figures by section, in the order in which they are shown
 */
public record AuditReport(AuditYear year, Instant ledgerSince, List<Figure> figures) {

    public AuditReport {
        figures = List.copyOf(figures);
    }

    static AuditReport of(AuditFacts facts) {
        Instant since = facts.ledger().since();
        FigureBook book = new FigureBook(facts.year(), since);
        AskedFigures.add(facts, book);
        ChoiceFigures.add(facts, book);
        DeletionFigures.add(facts, book);
        ConductFigures.add(facts, book);
        AgeFigures.add(facts, book);
        RetentionFigures.add(facts, book);
        LedgerFigures.add(facts, book);
        return new AuditReport(facts.year(), since, book.figures());
    }
}
