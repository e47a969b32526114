package io.agreements.keycloak.account;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.ServerClock;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.ValidatorConfig;

/**
 * A birthdate in a user profile: a real date (ISO 8601, {@code 1990-05-31}) that does not lie in the
 * future, of somebody old enough.
 */
public final class BirthdateValidator extends AbstractStringValidator implements ConfiguredProvider {

    static final String ID = "birthdate";
    static final String MIN_AGE = "min-age";

    static final String NOT_A_DATE = "error-birthdate-invalid";
    static final String NOT_PAST = "error-birthdate-future";
    static final String TOO_YOUNG = "error-birthdate-too-young";

    private static final int OLDEST = 150;

    private final Clock clock;

    public BirthdateValidator() {
        this(ServerClock.INSTANCE);
    }

    BirthdateValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        int minAge = config.getIntOrDefault(MIN_AGE, 0);
        ZoneId zone = RealmTimeZone.of(context.getSession().getContext().getRealm());
        String problem = problem(value, minAge, LocalDate.now(clock.withZone(zone)));
        if (problem != null) {
            context.addError(new ValidationError(ID, inputHint, problem, minAge));
        }
    }

    /** @return key of the message that says what is wrong; null if nothing is */
    static String problem(String value, int minAge, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.isAfter(today)) {
                return NOT_PAST;
            }
            if (date.isBefore(today.minusYears(OLDEST))) {
                return NOT_A_DATE;
            }
            return date.isAfter(today.minusYears(minAge)) ? TOO_YOUNG : null;
        } catch (DateTimeException e) {
            return NOT_A_DATE;
        }
    }

    @Override
    protected boolean isIgnoreEmptyValuesConfigured(ValidatorConfig config) {
        return true;
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        Set<ValidationError> errors = new LinkedHashSet<>();
        if (config != null && config.containsKey(MIN_AGE) && config.getInt(MIN_AGE) == null) {
            errors.add(new ValidationError(
                    ID, MIN_AGE, "error-validator-config-invalid-number-value", config.get(MIN_AGE)));
        }
        return new ValidationResult(errors);
    }

    @Override
    public String getHelpText() {
        return "A real date in the past (1990-05-31) of somebody at least as old as given.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(MIN_AGE)
                .label("Minimum age")
                .helpText("In full years; empty for none.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }
}
