package io.agreements.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

final class BirthdateValidatorTest {

    private final RealmModel realm = Realms.named("pop800");
    private final BirthdateValidator validator =
            new BirthdateValidator(MovableClock.at(Instant.parse("2026-11-22T11:00:00Z")));

    @Test
    void somebodyOldEnoughHasNoProblem() {
        assertThat(problemOn("2026-11-22", "1990-05-31", 14)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"14, 2012", "18, 2008", "1, 2025"})
    void onTheVeryBirthdayOneIsOldEnough(int minAge, int year) {
        assertThat(problemOn("2026-11-22", year + "-11-22", minAge)).isNull();
        assertThat(problemOn("2026-11-22", year + "-11-23", minAge)).isEqualTo(BirthdateValidator.TOO_YOUNG);
    }

    @Test
    void whoWasBornOnTheLeapDayComesOfAgeOnTheFirstOfMarch() {
        assertThat(problemOn("2026-02-28", "2008-02-29", 18)).isEqualTo(BirthdateValidator.TOO_YOUNG);
        assertThat(problemOn("2026-03-01", "2008-02-29", 18)).isNull();
    }

    @Test
    void onTheLeapDayWhoWasBornOnTheFirstOfMarchIsStillTooYoung() {
        assertThat(problemOn("2028-02-29", "2010-02-28", 18)).isNull();
        assertThat(problemOn("2028-02-29", "2010-03-01", 18)).isEqualTo(BirthdateValidator.TOO_YOUNG);
    }

    @Test
    void aBirthdayCannotLieInTheFuture() {
        assertThat(problemOn("2026-11-22", "2026-11-23", 0)).isEqualTo(BirthdateValidator.NOT_PAST);
        assertThat(problemOn("2026-11-22", "9999-12-31", 18)).isEqualTo(BirthdateValidator.NOT_PAST);
    }

    @Test
    void nobodyIsOlderThan150Years() {
        assertThat(problemOn("2026-11-22", "1850-01-01", 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
        assertThat(problemOn("2026-11-22", "1876-11-21", 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
        assertThat(problemOn("2026-11-22", "1876-11-22", 18)).isNull();
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
        assertThat(problemOn("2026-11-22", value, 18)).isEqualTo(BirthdateValidator.NOT_A_DATE);
    }

    @Test
    void theProblemStandsAtTheFieldAndTellsTheAge() {
        ValidationContext context = validated("2020-01-01", minAge("14"));

        assertThat(context.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage()).isEqualTo(BirthdateValidator.TOO_YOUNG);
            assertThat(error.getInputHintWithMessageParameters()).containsExactly("birthdate", 14);
        });
    }

    @Test
    void withoutAMinimumEverybodyIsOldEnough() {
        assertThat(validated("2026-11-21", ValidatorConfig.EMPTY).isValid()).isTrue();
    }

    @Test
    void anEmptyFieldIsForOthersToRefuse() {
        assertThat(validated("", minAge("14")).isValid()).isTrue();
    }

    @Test
    void theDayIsThatOfTheRealm() {
        realm.setAttribute(RealmTimeZone.ATTRIBUTE, "Pacific/Kiritimati");
        assertThat(validated("2012-11-23", minAge("14")).isValid()).isTrue();

        realm.setAttribute(RealmTimeZone.ATTRIBUTE, "Etc/GMT+12");
        assertThat(validated("2012-11-21", minAge("14")).isValid()).isTrue();
        assertThat(validated("2012-11-22", minAge("14")).isValid()).isFalse();
    }

    @Test
    void withoutATimeZoneTheDayIsThatOfUtc() {
        assertThat(validated("2012-11-22", minAge("14")).isValid()).isTrue();
        assertThat(validated("2012-11-23", minAge("14")).isValid()).isFalse();
    }

    @Test
    void aMinimumThatIsNoNumberIsRefused() {
        assertThat(validator.validateConfig(null, minAge("14")).isValid()).isTrue();
        assertThat(validator.validateConfig(null, ValidatorConfig.EMPTY).isValid())
                .isTrue();
        assertThat(validator.validateConfig(null, minAge("old")).isValid()).isFalse();
    }

    private static String problemOn(String day, String value, int minAge) {
        return BirthdateValidator.problem(value, minAge, LocalDate.parse(day));
    }

    private ValidationContext validated(String value, ValidatorConfig config) {
        ValidationContext context = new ValidationContext(Realms.sessionIn(realm));
        validator.validate(value, "birthdate", context, config);
        return context;
    }

    private static ValidatorConfig minAge(String value) {
        return ValidatorConfig.configFromMap(Map.of(BirthdateValidator.MIN_AGE, value));
    }
}
