package io.agreements.keycloak.conduct;

import io.agreements.keycloak.page.PageMessages;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;

/** An attribute of users, as the realm's user profile has it. */
public final class ProfileAttribute {

    private static final String MESSAGE_BEGIN = "${";
    private static final String MESSAGE_END = "}";

    private final KeycloakSession session;
    private final String name;

    public ProfileAttribute(KeycloakSession session, String name) {
        this.session = session;
        this.name = name;
    }

    /** Whether the profile has it; what it has not, no user can correct. */
    boolean isKnown() {
        return find().isPresent();
    }

    /** What pages call it, or, in <code>${}</code>, the message that says so; its own name if that is all there is. */
    public String displayName() {
        return find().map(UPAttribute::getDisplayName)
                .filter(display -> !display.isBlank())
                .orElse(name);
    }

    /** What it is called in one language. */
    String displayName(PageMessages messages) {
        String display = displayName();
        return display.startsWith(MESSAGE_BEGIN) && display.endsWith(MESSAGE_END)
                ? messages.get(display.substring(MESSAGE_BEGIN.length(), display.length() - MESSAGE_END.length()))
                : display;
    }

    private Optional<UPAttribute> find() {
        return Optional.ofNullable(session.getProvider(UserProfileProvider.class)
                .getConfiguration()
                .getAttribute(name));
    }
}
