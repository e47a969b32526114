package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.figure.Counted;
import io.agreements.keycloak.audit.figure.Figure;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures of a year, as they are told one after the other. */
final class FigureBook {

    private static final Map<Subject, String> ALL = Map.of();

    private final AuditYear year;
    private final Instant ledgerSince;
    private final List<Figure> figures = new ArrayList<>();

    /** @param ledgerSince when the first record was recorded; null if there is none */
    FigureBook(AuditYear year, Instant ledgerSince) {
        this.year = year;
        this.ledgerSince = ledgerSince;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    void count(Source source, FigureName name, long value) {
        count(source, name, ALL, value);
    }

    /** What there is none of in a time of which there are no records is not told. */
    void count(Source source, FigureName name, Map<Subject, String> of, long value) {
        if (value == 0 && source.isOfPeriod() && isBeforeLedger()) {
            gap(source, name, of, Gap.BEFORE_LEDGER);
        } else {
            tell(source, name, of, value);
        }
    }

    /** A moment, or that there is none yet. */
    void moment(Source source, FigureName name, Instant moment) {
        tellOr(Gap.NONE_YET, source, name, ALL, moment);
    }

    /** Days with one decimal at most. */
    void days(Source source, FigureName name, long millis) {
        tell(source, name, ALL, tenths(millis, Duration.ofDays(1)));
    }

    /** Seconds with one decimal at most. */
    void seconds(Source source, FigureName name, long millis) {
        tell(source, name, ALL, tenths(millis, Duration.ofSeconds(1)));
    }

    void tell(Source source, FigureName name, Object value) {
        tell(source, name, ALL, value);
    }

    void tell(Source source, FigureName name, Map<Subject, String> of, Object value) {
        figures.add(new Figure(name, of, value, null, counted(source)));
    }

    void tellOr(Gap gap, Source source, FigureName name, Map<Subject, String> of, Object value) {
        figures.add(new Figure(name, of, value, value == null ? gap : null, counted(source)));
    }

    void gap(Source source, FigureName name, Gap gap) {
        gap(source, name, ALL, gap);
    }

    private void gap(Source source, FigureName name, Map<Subject, String> of, Gap gap) {
        figures.add(new Figure(name, of, null, gap, counted(source)));
    }

    private boolean isBeforeLedger() {
        return ledgerSince == null || !ledgerSince.isBefore(year.until());
    }

    private Counted counted(Source source) {
        if (source == Source.GONE_SINCE) {
            return new Counted(source, year.until(), year.now());
        }
        return source.isOfPeriod()
                ? new Counted(source, year.from(), year.countedUntil())
                : new Counted(source, null, null);
    }

    private static BigDecimal tenths(long millis, Duration unit) {
        BigDecimal tenths = BigDecimal.valueOf(millis)
                .divide(BigDecimal.valueOf(unit.toMillis()), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return tenths.scale() < 0 ? tenths.setScale(0) : tenths;
    }
}
