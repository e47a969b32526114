package io.agreements.keycloak.acceptance.rebuild;

import java.util.List;
import java.util.stream.Stream;

/**
 * What looking at standings has come to.
 *
 * @param standings how many there were
 * @param missing how many were missing
 * @param different how many were not what the ledger says
 * @param surplus how many ought not to have been
 * @param named the first of those
 */
public record StandingsReport(long standings, long missing, long different, long surplus, List<Discrepancy> named) {

    /** Nothing has been looked at. */
    static final StandingsReport NOTHING = new StandingsReport(0, 0, 0, 0, List.of());

    private static final int MOST_NAMED = 100;

    public StandingsReport {
        named = List.copyOf(named);
    }

    static StandingsReport of(long standings, List<Discrepancy> found) {
        return NOTHING.and(new StandingsReport(
                standings,
                count(found, DiscrepancyKind.MISSING),
                count(found, DiscrepancyKind.DIFFERENT),
                count(found, DiscrepancyKind.SURPLUS),
                found));
    }

    StandingsReport and(StandingsReport other) {
        return new StandingsReport(
                standings + other.standings,
                missing + other.missing,
                different + other.different,
                surplus + other.surplus,
                Stream.concat(named.stream(), other.named.stream())
                        .limit(MOST_NAMED)
                        .toList());
    }

    /** How many there are of all kinds. */
    public long discrepancies() {
        return missing + different + surplus;
    }

    private static long count(List<Discrepancy> found, DiscrepancyKind kind) {
        return found.stream().filter(one -> one.kind() == kind).count();
    }
}
