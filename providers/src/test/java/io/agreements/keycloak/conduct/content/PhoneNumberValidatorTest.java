package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

final class PhoneNumberValidatorTest {

    private static final String E164 = "+8613800138000";

    private final PhoneNumberValidator validator = new PhoneNumberValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "１３８００１３８０００",
                "+86 138 0013 8000",
                "＋８６ 138 0013 8000",
                "+86-138-0013-8000",
                "0086 138 0013 8000",
            })
    void aNumberIsTheSameHoweverPeopleWriteIt(String written) {
        assertThat(PhoneNumbers.e164(written, "CN")).contains(E164);
    }

    @ParameterizedTest
    @CsvSource({"+44 20 7946 0958, +442079460958", "+1 650-253-0000, +16502530000", "010 6552 9988, +861065529988"})
    void aNumberFromElsewhereNamesItsCountry(String written, String e164) {
        assertThat(PhoneNumbers.e164(written, "CN")).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "138001380001",
                "1380013800",
                "13800138000 ext. 5",
                "call me on 13800138000",
                "1-800-FLOWERS",
                "13800138000;13900139000",
                "+86",
                "+999 1234567",
                "()",
                "++8613800138000",
                "1380013800013800138000138001380001380013800",
            })
    void whatIsNoNumberIsRefusedAtItsField(String written) {
        ValidationContext context = validated(written, region("CN"));

        assertThat(context.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage()).isEqualTo(PhoneNumberValidator.INVALID);
            assertThat(error.getInputHint()).isEqualTo("phoneNumber");
        });
    }

    @Test
    void withoutARegionANumberHasToNameItsCountry() {
        assertThat(validated(E164, ValidatorConfig.EMPTY).isValid()).isTrue();
        assertThat(validated("13800138000", ValidatorConfig.EMPTY).isValid()).isFalse();
    }

    @Test
    void anEmptyFieldIsForOthersToRefuse() {
        assertThat(validated("", region("CN")).isValid()).isTrue();
    }

    @Test
    void aRegionThatIsNoneIsRefused() {
        assertThat(validator.validateConfig(null, region("CN")).isValid()).isTrue();
        assertThat(validator.validateConfig(null, region("cn")).isValid()).isTrue();
        assertThat(validator.validateConfig(null, ValidatorConfig.EMPTY).isValid())
                .isTrue();
        assertThat(validator.validateConfig(null, region("China")).isValid()).isFalse();
    }

    private ValidationContext validated(String value, ValidatorConfig config) {
        ValidationContext context = new ValidationContext(Realms.sessionIn(Realms.named("pop800")));
        validator.validate(value, "phoneNumber", context, config);
        return context;
    }

    private static ValidatorConfig region(String region) {
        return ValidatorConfig.configFromMap(Map.of(PhoneNumberValidator.DEFAULT_REGION, region));
    }
}
