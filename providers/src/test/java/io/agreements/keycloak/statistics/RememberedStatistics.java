package io.agreements.keycloak.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;

/** Statistics of one series over what users did, in memory. */
final class RememberedStatistics implements StatisticsProvider {

    /** @param values in the order of the dimensions */
    record Deed(String user, Instant at, List<String> values) {}

    final List<Deed> deeds = new ArrayList<>();
    final List<Period> periods = new ArrayList<>();

    @Override
    public Optional<Period> latest(RealmModel realm, Series series) {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
    }

    @Override
    public Activity activity(RealmModel realm, Series series, Instant from, Instant until) {
        List<Deed> found = between(from, until);
        return new Activity(
                found.stream().map(Deed::user).distinct().count(),
                found.stream().map(Deed::at).min(Instant::compareTo).orElse(null));
    }

    @Override
    public List<Combination> combinations(
            RealmModel realm, Series series, Instant from, Instant until, LocalDate day, StatisticsSettings settings) {
        Map<List<String>, Long> users = new HashMap<>();
        valuesByUser(from, until).values().forEach(values -> users.merge(values, 1L, Long::sum));
        return users.entrySet().stream()
                .map(entry -> new Combination(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Each user once, with the first of what the user did. */
    Map<String, List<String>> valuesByUser(Instant from, Instant until) {
        Map<String, List<String>> values = new TreeMap<>();
        between(from, until).forEach(deed -> values.putIfAbsent(deed.user(), deed.values()));
        return values;
    }

    @Override
    public boolean add(RealmModel realm, Series series, Period period) {
        periods.add(period);
        return true;
    }

    @Override
    public List<Period> find(RealmModel realm, Series series, Dimension dimension, LocalDate from, LocalDate to) {
        return periods;
    }

    @Override
    public void removeRealm(RealmModel realm) {
        periods.clear();
    }

    @Override
    public void close() {}

    private List<Deed> between(Instant from, Instant until) {
        return deeds.stream()
                .filter(deed ->
                        (from == null || !deed.at().isBefore(from)) && deed.at().isBefore(until))
                .toList();
    }
}
