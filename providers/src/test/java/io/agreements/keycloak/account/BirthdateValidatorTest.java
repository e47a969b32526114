package io.agreements.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.MovableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

final class BirthdateValidatorTest {

    @Test
    void somebodyOldEnoughHasNoProblem() {
        assertThat(on("2026-11-22").problem("1990-05-31", 14)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"14, 2012", "18, 2008", "1, 2025"})
    void onTheVeryBirthdayOneIsOldEnough(int minAge, int year) {
        assertThat(on("2026-11-22").problem(year + "-11-22", minAge)).isNull();
        assertThat(on("2026-11-22").problem(year + "-11-23", minAge)).isEqualTo(BirthdateValidator.TOO_YOUNG);
    }

    @Test
    void whoWasBornOnTheLeapDayComesOfAgeOnTheFirstOfMarch() {
        assertThat(on("2026-02-28").problem("2008-02-29", 18)).isEqualTo(BirthdateValidator.TOO_YOUNG);
        assertThat(on("2026-03-01").problem("2008-02-29", 18)).isNull();
    }

    @Test
    void onTheLeapDayWhoWasBornOnTheFirstOfMarchIsStillTooYoung() {
        assertThat(on("2028-02-29").problem("2010-02-28", 18)).isNull();
        assertThat(on("2028-02-29").problem("2010-03-01", 18)).isEqualTo(BirthdateValidator.TOO_YOUNG);
    }

    @Test
    void aBirthdayCannotLieInTheFuture() {
        assertThat(on("2026-11-22").problem("2026-11-23", 0)).isEqualTo(BirthdateValidator.NOT_PAST);
        assertThat(on("2026-11-22").problem("9999-12-31", 18)).isEqualTo(BirthdateValidator.NOT_PAST);
    }

    @Test
    void nobodyIsOlderThan150Years() {
        assertThat(on("2026-11-22").problem("1850-01-01", 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
        assertThat(on("2026-11-22").problem("1876-11-21", 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
        assertThat(on("2026-11-22").problem("1876-11-22", 18)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "31.05.1990",
                "1990-5-31",
                "1990-05-31T00:00:00Z",
                " ",
                "1990-05-31 ",
                "1990-13-01",
                "1990-02-30",
                "2007-02-29",
                "19900531",
                "-0044-03-15",
            })
    void whatIsNoRealDateIsRefused(String value) {
        assertThat(on("2026-11-22").problem(value, 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
    }

    @Test
    void theProblemStandsAtTheFieldAndTellsTheAge() {
        ValidationContext context = new ValidationContext();

        on("2026-11-22").validate("2020-01-01", "birthdate", context, minAge("14"));

        assertThat(context.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage()).isEqualTo(BirthdateValidator.TOO_YOUNG);
            assertThat(error.getInputHintWithMessageParameters()).containsExactly("birthdate", 14);
        });
    }

    @Test
    void withoutAMinimumEverybodyIsOldEnough() {
        ValidationContext context = new ValidationContext();

        on("2026-11-22").validate("2026-11-21", "birthdate", context, ValidatorConfig.EMPTY);

        assertThat(context.isValid()).isTrue();
    }

    @Test
    void anEmptyFieldIsForOthersToRefuse() {
        ValidationContext context = new ValidationContext();

        on("2026-11-22").validate("", "birthdate", context, minAge("14"));

        assertThat(context.isValid()).isTrue();
    }

    @Test
    void aMinimumThatIsNoNumberIsRefused() {
        assertThat(on("2026-11-22").validateConfig(null, minAge("14")).isValid())
                .isTrue();
        assertThat(on("2026-11-22").validateConfig(null, ValidatorConfig.EMPTY).isValid())
                .isTrue();
        assertThat(on("2026-11-22").validateConfig(null, minAge("old")).isValid())
                .isFalse();
    }

    private static BirthdateValidator on(String day) {
        return new BirthdateValidator(MovableClock.at(Instant.parse(day + "T12:00:00Z")));
    }

    private static ValidatorConfig minAge(String value) {
        return ValidatorConfig.configFromMap(Map.of(BirthdateValidator.MIN_AGE, value));
    }
}
