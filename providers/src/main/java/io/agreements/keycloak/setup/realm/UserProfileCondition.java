package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** Validators of the product in the user profile: nothing needs them, and without the jars nobody signs in with them. */
public final class UserProfileCondition implements SetupCondition {

    /** Ids of all validators of the product. */
    public static final Set<String> VALIDATORS = Set.of("birthdate", "phone-number", "prohibited-content");

    private static final String ID = "user-profile";

    private final UserProfileProvider profiles;

    public UserProfileCondition(KeycloakSession session) {
        this.profiles = session.getProvider(UserProfileProvider.class);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        List<String> attributes = named().stream().map(UPAttribute::getName).toList();
        return attributes.isEmpty()
                ? Finding.notNeeded(Sentence.of(ID + ".none"))
                : Finding.ok(Sentence.of(ID + ".some", String.join(", ", attributes)));
    }

    @Override
    public List<Change> takeBack() {
        return named().stream()
                .map(attribute -> new Change(
                        Sentence.of(ID + ".remove", attribute.getName(), String.join(", ", ours(attribute))),
                        () -> remove(attribute.getName())))
                .toList();
    }

    @Override
    public Optional<Sentence> withoutJars() {
        return Optional.of(Sentence.of(ID + ".gone")).filter(sentence -> !named().isEmpty());
    }

    private List<UPAttribute> named() {
        return profiles.getConfiguration().getAttributes().stream()
                .filter(attribute -> !ours(attribute).isEmpty())
                .toList();
    }

    private void remove(String name) {
        UPConfig configuration = profiles.getConfiguration();
        UPAttribute attribute = configuration.getAttribute(name);
        ours(attribute).forEach(attribute.getValidations()::remove);
        profiles.setConfiguration(configuration);
    }

    private static Set<String> ours(UPAttribute attribute) {
        Map<String, Map<String, Object>> validations = attribute.getValidations();
        Set<String> ours = new TreeSet<>(VALIDATORS);
        ours.retainAll(validations == null ? Set.of() : validations.keySet());
        return ours;
    }
}
