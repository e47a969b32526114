package io.agreements.keycloak.statistics;

import java.time.LocalDate;

/** Ages that are told together, the youngest first. */
public enum AgeBand {
    UNDER_14(14),
    FROM_14_TO_17(18),
    FROM_18_TO_24(25),
    FROM_25_TO_34(35),
    FROM_35_TO_44(45),
    FROM_45_TO_54(55),
    FROM_55_TO_64(65),
    FROM_65(200);

    private final int below;

    AgeBand(int below) {
        this.below = below;
    }

    /**
     * Who was born later, and not after that day, is of this band or a younger one.
     *
     * @param day on which age is reckoned
     */
    public LocalDate bornAfter(LocalDate day) {
        return day.minusYears(below);
    }
}
