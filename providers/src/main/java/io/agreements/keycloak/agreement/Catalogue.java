package io.agreements.keycloak.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All agreements of a realm as they were at one revision; immutable, so that it can be shared by every request on a node.
 *
 * @param revision another one whenever users can see something else, or will at some time; null if that cannot be told
 * @param agreements in the order in which a page shows them
 */
public record Catalogue(String revision, List<Agreement> agreements) {

    public Catalogue {
        agreements = agreements.stream()
                .sorted(Comparator.comparing((Agreement agreement) -> !agreement.isRequired())
                        .thenComparing(Agreement::requirement)
                        .thenComparingInt(Agreement::position)
                        .thenComparing(Agreement::key))
                .toList();
    }

    /** A catalogue whose revision is the digest of what is in it: nothing that is stored elsewhere can be mistaken for it. */
    public static Catalogue of(List<Agreement> agreements) {
        Catalogue sorted = new Catalogue(null, agreements);
        return new Catalogue(CatalogueDigest.of(sorted.agreements()), sorted.agreements());
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
