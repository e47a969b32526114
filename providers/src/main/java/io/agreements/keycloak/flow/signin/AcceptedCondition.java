package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Whether the user's latest decision on certain agreements does what they ask for, and still holds. */
final class AcceptedCondition implements ConditionalAuthenticator {

    private final Clock clock;

    AcceptedCondition(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        AuthenticatorConfigModel model = context.getAuthenticatorConfig();
        Map<String, String> config = model == null || model.getConfig() == null ? Map.of() : model.getConfig();
        boolean negate = Boolean.parseBoolean(config.get(AcceptedConditionFactory.NEGATE));
        String keys = config.getOrDefault(AcceptedConditionFactory.AGREEMENTS, "");
        boolean accepted = keys.isBlank() ? hasAcceptedAllRequired(context) : hasAccepted(context, keys(keys));
        return negate != accepted;
    }

    private boolean hasAcceptedAllRequired(AuthenticationFlowContext context) {
        if (context.getUser() == null) {
            return false;
        }
        Instant now = clock.instant();
        Subject subject = Subjects.of(
                context.getSession(),
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession().getClient());
        return catalogue(context).agreements().stream()
                .filter(Agreement::isRequired)
                .filter(agreement -> agreement.audience().includes(subject.clientId(), subject.roles()))
                .filter(agreement -> agreement.inForce(now).isPresent())
                .allMatch(isAccepted(context, now));
    }

    /** A key of no agreement is one nobody has accepted. */
    private boolean hasAccepted(AuthenticationFlowContext context, Set<String> keys) {
        if (context.getUser() == null) {
            return false;
        }
        Catalogue catalogue = catalogue(context);
        Predicate<Agreement> accepted = isAccepted(context, clock.instant());
        return keys.stream()
                .allMatch(key -> catalogue.find(key).filter(accepted).isPresent());
    }

    private static Predicate<Agreement> isAccepted(AuthenticationFlowContext context, Instant now) {
        Standings standings =
                Standings.of(context.getSession(), context.getRealm(), context.getUser(), catalogue(context), now);
        return agreement -> Obligations.isAffirmed(agreement, standings, now);
    }

    private static Catalogue catalogue(AuthenticationFlowContext context) {
        return context.getSession().getProvider(AgreementProvider.class).catalogue(context.getRealm());
    }

    private static Set<String> keys(String values) {
        return Set.copyOf(List.of(Constants.CFG_DELIMITER_PATTERN.split(values)));
    }

    @Override
    public void action(AuthenticationFlowContext context) {}

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
