package io.agreements.keycloak.rest.admin.statistics;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.Words;
import io.agreements.keycloak.statistics.Dimension;
import io.agreements.keycloak.statistics.Measure;
import io.agreements.keycloak.statistics.Series;
import io.agreements.keycloak.statistics.StatisticsProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many users did what, in numbers that tell of no small group. */
public final class StatisticsResource {

    private static final String CSV = "text/csv";
    private static final int MOST_DAYS = 366;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final AdminContext admin;

    public StatisticsResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * What was published of the days asked for. Needs {@code view-realm}.
     *
     * @param measure REGISTRATIONS, ACCEPTANCES, ACKNOWLEDGEMENTS, DECLINES, WITHDRAWALS, DELETIONS
     * @param agreement key of an agreement, for measures that are decisions
     * @param dimension TOTAL, VERSION, LOCALE, CLIENT, CITY, AGE_BAND; TOTAL if left out
     * @param from the first day, such as 2026-11-22; 365 days before the last if left out
     * @param to the last day; today if left out. At most 366 days in all
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public StatisticsRepresentation get(
            @QueryParam("measure") String measure,
            @QueryParam("agreement") String agreement,
            @QueryParam("dimension") String dimension,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        admin.auth().realm().requireViewRealm();
        return find(measure, agreement, dimension, from, to);
    }

    /**
     * The same as a table, a line for each number. Needs {@code view-realm}.
     *
     * @param measure REGISTRATIONS, ACCEPTANCES, ACKNOWLEDGEMENTS, DECLINES, WITHDRAWALS, DELETIONS
     * @param agreement key of an agreement, for measures that are decisions
     * @param dimension TOTAL, VERSION, LOCALE, CLIENT, CITY, AGE_BAND; TOTAL if left out
     * @param from the first day, such as 2026-11-22; 365 days before the last if left out
     * @param to the last day; today if left out. At most 366 days in all
     */
    @GET
    @Produces(CSV)
    public Response table(
            @QueryParam("measure") String measure,
            @QueryParam("agreement") String agreement,
            @QueryParam("dimension") String dimension,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        admin.auth().realm().requireViewRealm();
        StatisticsRepresentation statistics = find(measure, agreement, dimension, from, to);
        String name = (statistics.measure() + "-" + statistics.dimension()).toLowerCase(Locale.ROOT) + ".csv";
        return Response.ok(StatisticsTable.of(statistics), CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private StatisticsRepresentation find(String measure, String agreement, String dimension, String from, String to) {
        Series series = series(Words.require(Measure.class, "measure", measure), agreement);
        Dimension by = isLeftOut(dimension) ? Dimension.TOTAL : Words.require(Dimension.class, "dimension", dimension);
        if (by != Dimension.TOTAL && !series.measure().dimensions().contains(by)) {
            throw AdminContext.badRequest(series.measure() + " are not counted by " + by + ", but by TOTAL"
                    + series.measure().dimensions().stream()
                            .map(known -> ", " + known)
                            .reduce("", String::concat));
        }
        LocalDate last = isLeftOut(to) ? today() : day("to", to);
        LocalDate first = isLeftOut(from) ? last.minusDays(MOST_DAYS - 1L) : day("from", from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw AdminContext.badRequest("from must not be after to, nor more than " + MOST_DAYS + " days in all");
        }
        return StatisticsRepresentation.of(
                series,
                by,
                admin.session().getProvider(StatisticsProvider.class).find(admin.realm(), series, by, first, last));
    }

    private Series series(Measure measure, String agreement) {
        try {
            Series series = new Series(measure, isLeftOut(agreement) ? null : agreement);
            if (series.agreementKey() != null) {
                admin.agreement(series.agreementKey());
            }
            return series;
        } catch (IllegalArgumentException e) {
            throw AdminContext.badRequest(e.getMessage());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(admin.clock().instant(), RealmTimeZone.of(admin.realm()));
    }

    private static LocalDate day(String name, String value) {
        try {
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            throw AdminContext.badRequest(name + " is no day there is");
        }
        throw AdminContext.badRequest(name + " must be a day such as 2026-11-22");
    }

    private static boolean isLeftOut(String value) {
        return value == null || value.isEmpty();
    }
}
