package io.agreements.keycloak.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All agreements of a realm as they were at one revision; immutable, so that it can be shared by every request on a node.
 *
 * @param revision changes with every change of an agreement, version or text; null if the realm has never had one
 * @param agreements in the order in which a page shows them
 */
public record Catalogue(String revision, List<Agreement> agreements) {

    public Catalogue {
        agreements = agreements.stream()
                .sorted(Comparator.comparing(Agreement::requirement)
                        .thenComparingInt(Agreement::position)
                        .thenComparing(Agreement::key))
                .toList();
    }

    public Optional<Agreement> find(String key) {
        return agreements.stream()
                .filter(agreement -> agreement.key().equals(key))
                .findFirst();
    }

    /** The first moment after the given one at which any timeline changes; empty if none is known. */
    public Optional<Instant> nextChangeAfter(Instant now) {
        return agreements.stream()
                .flatMap(agreement -> agreement.versions().stream())
                .flatMap(version -> version.timeline().nextChangeAfter(now).stream())
                .min(Instant::compareTo);
    }
}
