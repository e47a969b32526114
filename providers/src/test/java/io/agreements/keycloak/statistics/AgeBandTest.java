package io.agreements.keycloak.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgeBandTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @ParameterizedTest
    @CsvSource({
        "2026-11-29, UNDER_14",
        "2012-11-30, UNDER_14",
        "2012-11-29, FROM_14_TO_17",
        "2008-11-30, FROM_14_TO_17",
        "2008-11-29, FROM_18_TO_24",
        "2001-11-29, FROM_25_TO_34",
        "1991-11-29, FROM_35_TO_44",
        "1981-11-29, FROM_45_TO_54",
        "1971-11-29, FROM_55_TO_64",
        "1961-11-30, FROM_55_TO_64",
        "1961-11-29, FROM_65",
        "1901-01-01, FROM_65"
    })
    void aBirthdayMakesOlder(LocalDate birthdate, AgeBand band) {
        assertThat(Arrays.stream(AgeBand.values())
                        .filter(each -> birthdate.isAfter(each.bornAfter(DAY)))
                        .findFirst())
                .contains(band);
    }

    /** Whoever was born on a leap day is a year older on the first of March where there is none. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2012-02-29, UNDER_14",
        "2026-03-01, 2012-02-29, FROM_14_TO_17",
        "2026-02-28, 2008-02-29, FROM_14_TO_17",
        "2026-03-01, 2008-02-29, FROM_18_TO_24",
        "2028-02-28, 2014-03-01, UNDER_14",
        "2028-02-29, 2014-03-01, UNDER_14",
        "2028-02-29, 2014-02-28, FROM_14_TO_17",
        "2028-02-28, 2010-02-28, FROM_18_TO_24",
        "2028-02-29, 2012-02-29, FROM_14_TO_17"
    })
    void aLeapDayMakesOlderOnTheDayAfter(LocalDate day, LocalDate birthdate, AgeBand band) {
        assertThat(Arrays.stream(AgeBand.values())
                        .filter(each -> birthdate.isAfter(each.bornAfter(day)))
                        .findFirst())
                .contains(band);
    }
}
