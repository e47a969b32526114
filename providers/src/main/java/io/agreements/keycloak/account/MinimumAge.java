package io.agreements.keycloak.account;

import io.agreements.keycloak.RealmTimeZone;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.validate.ValidatorConfig;

/** How old one has to be by the user profile of a realm: what its validators {@code birthdate} say. */
public final class MinimumAge {

    private final KeycloakSession session;
    private final Clock clock;

    public MinimumAge(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * The age that somebody has not reached.
     *
     * @param given what was given as the attribute of that name; null if nothing was
     */
    public OptionalInt missed(RealmModel realm, Function<String, String> given) {
        LocalDate today = LocalDate.now(clock.withZone(RealmTimeZone.of(realm)));
        return session.getProvider(UserProfileProvider.class).getConfiguration().getAttributes().stream()
                .filter(attribute -> isMissed(attribute, given.apply(attribute.getName()), today))
                .mapToInt(MinimumAge::of)
                .max();
    }

    private static boolean isMissed(UPAttribute attribute, String birthdate, LocalDate today) {
        return birthdate != null
                && settings(attribute) != null
                && BirthdateValidator.TOO_YOUNG.equals(
                        BirthdateValidator.problem(written(birthdate), of(attribute), today));
    }

    /** Who is too young is so however the date is typed: blanks, what nobody sees, and width are not looked at. */
    static String written(String birthdate) {
        StringBuilder written = new StringBuilder();
        Normalizer.normalize(birthdate, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && Character.getType(character) != Character.FORMAT)
                .forEach(written::appendCodePoint);
        return written.toString();
    }

    private static int of(UPAttribute attribute) {
        return new ValidatorConfig(settings(attribute)).getIntOrDefault(BirthdateValidator.MIN_AGE, 0);
    }

    /** Null if it has no such validator. */
    private static Map<String, Object> settings(UPAttribute attribute) {
        return attribute.getValidations() == null
                ? null
                : attribute.getValidations().get(BirthdateValidator.ID);
    }
}
