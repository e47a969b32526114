package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.UserStanding;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The standings that some users ought to have: each is what the latest decision on record comes to. Of decisions made at
 * the same moment any may have been the last. Where the word of the latest is one that nobody knows, that cannot be told, and
 * what there is stays.
 */
final class DueStandings {

    private static final Comparator<Standing> BY_RECORD = Comparator.comparing(Standing::recordId);

    private final Map<Place, List<Standing>> byPlace;
    private final Set<Place> untold;

    private DueStandings(Map<Place, List<Standing>> byPlace, Set<Place> untold) {
        this.byPlace = byPlace;
        this.untold = untold;
    }

    /**
     * @param decisions the latest of each of the users on each agreement
     * @param isThere tells of a user id whether there is such a user
     */
    static DueStandings of(List<LedgerRecord> decisions, Catalogue catalogue, Predicate<String> isThere) {
        Map<String, String> ids =
                catalogue.agreements().stream().collect(Collectors.toMap(Agreement::key, Agreement::id));
        Map<Place, List<Standing>> byPlace = new LinkedHashMap<>();
        Set<Place> untold = new HashSet<>();
        for (LedgerRecord decision : decisions) {
            Shown shown = decision.shown();
            String agreementId = shown == null ? null : ids.get(shown.agreementKey());
            if (agreementId != null && isThere.test(decision.userId())) {
                Place at = new Place(decision.userId(), agreementId);
                if (decision.decision() == null) {
                    untold.add(at);
                } else {
                    byPlace.computeIfAbsent(at, place -> new ArrayList<>()).add(Standing.of(agreementId, decision));
                }
            }
        }
        untold.forEach(byPlace::remove);
        return new DueStandings(byPlace, untold);
    }

    /** How those there are differ from them. */
    List<Discrepancy> comparedWith(List<UserStanding> kept) {
        List<Discrepancy> found = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        for (UserStanding one : kept) {
            Place place = new Place(one.userId(), one.standing().agreementId());
            seen.add(place);
            List<Standing> due = byPlace.getOrDefault(place, List.of());
            if (!due.contains(one.standing()) && !untold.contains(place)) {
                found.add(new Discrepancy(one.userId(), one.standing(), last(due)));
            }
        }
        byPlace.forEach((place, due) -> {
            if (!seen.contains(place)) {
                found.add(new Discrepancy(place.userId(), null, last(due)));
            }
        });
        return found;
    }

    private static Standing last(List<Standing> due) {
        return due.stream().max(BY_RECORD).orElse(null);
    }

    private record Place(String userId, String agreementId) {}
}
