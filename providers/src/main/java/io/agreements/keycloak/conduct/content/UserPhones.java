package io.agreements.keycloak.conduct.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.validate.ValidatorConfig;

/** The telephone numbers of somebody: attributes whose validator is {@code phone-number} in the realm's user profile. */
public final class UserPhones {

    private UserPhones() {}

    /**
     * As E.164; what is no number is left out.
     *
     * @param attributes the values of the attribute of that name
     */
    public static List<String> of(KeycloakSession session, Function<String, Stream<String>> attributes) {
        return session.getProvider(UserProfileProvider.class).getConfiguration().getAttributes().stream()
                .filter(attribute -> attribute.getValidations() != null
                        && attribute.getValidations().containsKey(PhoneNumberValidator.ID))
                .flatMap(attribute -> {
                    Map<String, Object> settings = attribute.getValidations().get(PhoneNumberValidator.ID);
                    String region = PhoneNumberValidator.region(new ValidatorConfig(settings));
                    return attributes
                            .apply(attribute.getName())
                            .map(number -> PhoneNumbers.e164(number, region))
                            .flatMap(Optional::stream);
                })
                .distinct()
                .toList();
    }
}
