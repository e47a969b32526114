package io.agreements.keycloak.event;

import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.details.GrantDetails;
import io.agreements.keycloak.ledger.details.GrantDetails.Action;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;

/** Records OAuth consents given to clients and taken back, in the transaction in which Keycloak does so. */
final class Grants {

    private static final Pattern ADMIN_REVOCATION = Pattern.compile("users/([^/]+)/consents/([^/]+)");
    private final KeycloakSession session;
    private final Clock clock;

    Grants(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    void on(Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        if (event.getType() == EventType.GRANT_CONSENT || event.getType() == EventType.UPDATE_CONSENT) {
            append(event, Action.GIVEN, details.get(Details.GRANTED_CLIENT), Method.ACCOUNT);
        } else if (event.getType() == EventType.LOGIN
                && Details.CONSENT_VALUE_CONSENT_GRANTED.equals(details.get(Details.CONSENT))) {
            append(event, Action.GIVEN, event.getClientId(), Method.LOGIN);
        } else if (event.getType() == EventType.REVOKE_GRANT && !isTokenRevocation(details)) {
            append(event, Action.REVOKED, details.get(Details.REVOKED_CLIENT), Method.ACCOUNT);
        }
    }

    void on(AdminEvent event) {
        Matcher path = ADMIN_REVOCATION.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (path.matches() && isRevocation(event.getOperationType())) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            GrantDetails details = new GrantDetails(
                    Action.REVOKED, null, event.getAuthDetails().getUserId());
            ledger().append(grant(details, realm, path.group(1), path.group(2))
                    .method(Method.ADMIN)
                    .build());
        }
    }

    /** The endpoint that revokes single tokens (RFC 7009) leaves consents alone, though its event has the same name. */
    private static boolean isTokenRevocation(Map<String, String> details) {
        return details.containsKey(Details.TOKEN_ID) || details.containsKey(Details.REFRESH_TOKEN_ID);
    }

    private static boolean isRevocation(OperationType operation) {
        return operation == OperationType.ACTION || operation == OperationType.DELETE;
    }

    /** Keycloak lets nobody say no to a consent; beyond the rate it alone keeps what was given and taken back. */
    private void append(Event event, Action action, String clientId, Method method) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (new Rates(session, realm, clock)
                .count(RateKind.GRANT, event.getUserId())
                .isPresent()) {
            return;
        }
        UserModel user = session.users().getUserById(realm, event.getUserId());
        String scope = action == Action.GIVEN ? grantedScopes(realm, event.getUserId(), clientId) : null;
        ledger().append(grant(new GrantDetails(action, scope, null), realm, event.getUserId(), clientId)
                .occurredAt(Instant.ofEpochMilli(event.getTime()))
                .method(method)
                .identity(new Identity(user == null ? null : user.getUsername(), event.getSessionId()))
                .connection(ConnectionRecording.of(realm).take(session.getContext()))
                .build());
    }

    private LedgerRecord.Builder grant(GrantDetails details, RealmModel realm, String userId, String clientId) {
        return LedgerRecord.of(details, realm, clock.instant()).user(userId).client(clientId);
    }

    private String grantedScopes(RealmModel realm, String userId, String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        UserConsentModel consent =
                client == null ? null : session.users().getConsentByClient(realm, userId, client.getId());
        return consent == null
                ? null
                : consent.getGrantedClientScopes().stream()
                        .map(ClientScopeModel::getName)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private LedgerProvider ledger() {
        return session.getProvider(LedgerProvider.class);
    }
}
