package io.agreements.keycloak.statistics;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has periods of its own: a measure, or one of the decisions on one agreement.
 *
 * @param agreementKey null where the measure is not about agreements
 */
public record Series(Measure measure, String agreementKey) {

    /** @throws IllegalArgumentException if an agreement is missing, or too many */
    public Series {
        if (measure.decision().isPresent() != (agreementKey != null)) {
            throw new IllegalArgumentException(
                    agreementKey == null
                            ? measure + " are those of one agreement: give its key as agreement"
                            : measure + " are those of no agreement: leave agreement out");
        }
    }

    /** All there are with these agreements. */
    static List<Series> of(List<String> agreementKeys) {
        return Stream.of(Measure.values())
                .flatMap(measure -> measure.decision().isEmpty()
                        ? Stream.of(new Series(measure, null))
                        : agreementKeys.stream().map(key -> new Series(measure, key)))
                .toList();
    }
}
