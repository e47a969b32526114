package io.agreements.keycloak.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Consecutive days of a series that are told together. Never changed.
 *
 * @param until when the last of them ended
 * @param k how many users each cell has at least
 * @param cells by dimension; in each dimension they are all users of the period
 */
public record Period(LocalDate first, LocalDate last, Instant until, int k, Map<Dimension, List<Cell>> cells) {

    public Period {
        cells = Map.copyOf(cells);
    }
}
