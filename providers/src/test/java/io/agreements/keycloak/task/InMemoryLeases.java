package io.agreements.keycloak.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Leases of one task that several nodes share. */
final class InMemoryLeases implements LeaseStore, LeaseDesk {

    private final List<Lease> leases = new ArrayList<>();
    private int calls;

    @Override
    public <T> T call(Function<LeaseStore, T> work) {
        return work.apply(this);
    }

    /** How often anything was asked for since the last time. */
    int calls() {
        int before = calls;
        calls = 0;
        return before;
    }

    Lease of(String part) {
        return leases.stream()
                .filter(lease -> lease.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    int number() {
        return leases.size();
    }

    @Override
    public List<Lease> all(String task) {
        calls++;
        return List.copyOf(leases);
    }

    @Override
    public List<Lease> ownedBy(String task, String owner) {
        calls++;
        return leases.stream().filter(lease -> lease.owner().equals(owner)).toList();
    }

    @Override
    public boolean add(String task, Lease lease) {
        calls++;
        return leases.stream().noneMatch(known -> known.part().equals(lease.part())) && leases.add(lease);
    }

    @Override
    public void take(String task, Collection<String> parts, String owner, LeaseTimes times) {
        calls++;
        leases.replaceAll(lease -> parts.contains(lease.part()) && times.isFree(lease)
                ? new Lease(lease.part(), owner, times.until(), lease.token() + 1)
                : lease);
    }

    @Override
    public int end(String task, String owner, Instant until) {
        calls++;
        leases.replaceAll(
                lease -> lease.owner().equals(owner) ? new Lease(lease.part(), owner, until, lease.token()) : lease);
        return (int)
                leases.stream().filter(lease -> lease.owner().equals(owner)).count();
    }

    @Override
    public void remove(String task, Collection<String> parts, Instant before) {
        calls++;
        leases.removeIf(lease -> parts.contains(lease.part()) && lease.until().isBefore(before));
    }
}
