package io.agreements.keycloak.jpa;

import io.agreements.keycloak.statistics.AgeBand;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells ages in queries. */
public final class AgeBands {

    private AgeBands() {}

    /**
     * An expression for the name of the band in which somebody is; null where the value is no date of somebody born until
     * then. Dates are compared as they are written.
     *
     * @param value expression for a birthdate
     * @param day on which age is reckoned
     */
    public static String of(String value, LocalDate day) {
        return "case when " + value + " is null or length(" + value + ") <> 10 or " + value
                + " not like '____-__-__' or " + value + " > '" + day + "' then null"
                + Arrays.stream(AgeBand.values())
                        .map(band -> " when " + value + " > '" + band.bornAfter(day) + "' then '" + band.name() + "'")
                        .collect(Collectors.joining())
                + " else null end";
    }
}
