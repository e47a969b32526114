package io.agreements.keycloak.conduct.content;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.Barring;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.ValidatorConfig;

/** A telephone number there can be, with its country or as people of one region write it. */
public final class PhoneNumberValidator extends AbstractStringValidator implements ConfiguredProvider {

    static final String ID = "phone-number";
    static final String DEFAULT_REGION = "default-region";
    static final String TAKEN = "error-phone-number-taken";
    static final String INVALID = "error-phone-number-invalid";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        Optional<String> number = PhoneNumbers.e164(value, region(config));
        if (number.isEmpty()) {
            context.addError(new ValidationError(ID, inputHint, INVALID));
        } else if (isBarred(number.get(), inputHint, context, config)) {
            context.addError(new ValidationError(ID, inputHint, TAKEN));
        }
    }

    /** Administrators may give it to an account; whoever has it may keep it. */
    private static boolean isBarred(
            String number, String attribute, ValidationContext context, ValidatorConfig config) {
        if (!(context instanceof UserProfileAttributeValidationContext profile)
                || profile.getAttributeContext().getContext() == UserProfileContext.USER_API) {
            return false;
        }
        KeycloakSession session = context.getSession();
        UserModel user = profile.getAttributeContext().getUser();
        return new Barring(session, ServerClock.INSTANCE)
                        .isBarred(session.getContext().getRealm(), BarredKind.PHONE, number)
                && (user == null
                        || user.getAttributeStream(attribute)
                                .flatMap(kept -> PhoneNumbers.e164(kept, region(config)).stream())
                                .noneMatch(number::equals));
    }

    @Override
    protected boolean isIgnoreEmptyValuesConfigured(ValidatorConfig config) {
        return true;
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        String region = config == null ? null : region(config);
        return region == null || PhoneNumbers.isRegion(region)
                ? ValidationResult.OK
                : new ValidationResult(
                        Set.of(new ValidationError(ID, DEFAULT_REGION, "error-phone-number-region", region)));
    }

    static String region(ValidatorConfig config) {
        String region = config.getString(DEFAULT_REGION);
        return region == null || region.isBlank() ? null : region.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String getHelpText() {
        return "A telephone number there can be, with its country (+86 138 0013 8000) or without it in the region given.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(DEFAULT_REGION)
                .label("Default region")
                .helpText("Whose numbers may be written without their country, such as CN; empty for none.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }
}
