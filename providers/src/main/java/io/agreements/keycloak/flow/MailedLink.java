package io.agreements.keycloak.flow;

import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A link that Keycloak sent by mail. Whoever follows it has shown that the mailbox is theirs, and no password yet: of what
 * is imposed on the account, or is to become of it, nothing is told by then, and nothing of it is given away.
 */
public final class MailedLink {

    private static final String UPDATE_PASSWORD = RequiredAction.UPDATE_PASSWORD.name();

    private MailedLink() {}

    /** Whether the page of a new password is still to come, which everybody gets before anything else. */
    public static boolean isPasswordAhead(RequiredActionContext context) {
        RequiredActionProviderModel action = context.getRealm().getRequiredActionProviderByAlias(UPDATE_PASSWORD);
        return action != null
                && action.isEnabled()
                && Stream.concat(
                                context.getAuthenticationSession().getRequiredActions().stream(),
                                context.getUser().getRequiredActionsStream())
                        .anyMatch(UPDATE_PASSWORD::equals);
    }

    /** Whether it does what the mail says and signs nobody in, as when it is opened in another browser. */
    public static boolean signsNobodyIn(AuthenticationSessionModel authSession) {
        return authSession.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
    }

    /** Whether nobody has shown yet, or ever will in this sign-in, to be more than the reader of a mailbox. */
    public static boolean isAllThatWasShown(RequiredActionContext context) {
        return signsNobodyIn(context.getAuthenticationSession()) || isPasswordAhead(context);
    }
}
