package io.agreements.keycloak.token;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.events.EventType;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;

/** A way to tokens, or to what they are good for, on which nobody can be asked. */
enum WayIn {
    REFRESH("refresh", ClientPolicyEvent.TOKEN_REFRESH, EventType.REFRESH_TOKEN),
    OFFLINE("offline", ClientPolicyEvent.TOKEN_REFRESH, EventType.REFRESH_TOKEN),
    TOKEN_EXCHANGE("token-exchange", ClientPolicyEvent.TOKEN_EXCHANGE_REQUEST, EventType.TOKEN_EXCHANGE),
    DEVICE("device", ClientPolicyEvent.DEVICE_TOKEN_RESPONSE, EventType.OAUTH2_DEVICE_CODE_TO_TOKEN),
    CIBA("ciba", ClientPolicyEvent.BACKCHANNEL_TOKEN_RESPONSE, EventType.AUTHREQID_TO_TOKEN),
    JWT_GRANT("jwt-grant", ClientPolicyEvent.JWT_AUTHORIZATION_GRANT, EventType.JWT_AUTHORIZATION_GRANT),
    INTROSPECTION("introspection", ClientPolicyEvent.TOKEN_INTROSPECT, EventType.INTROSPECT_TOKEN),
    USERINFO("userinfo", ClientPolicyEvent.USERINFO_REQUEST, EventType.USER_INFO_REQUEST);

    private final String id;
    private final ClientPolicyEvent policyEvent;
    private final EventType eventType;

    WayIn(String id, ClientPolicyEvent policyEvent, EventType eventType) {
        this.id = id;
        this.policyEvent = policyEvent;
        this.eventType = eventType;
    }

    /** The one that a client policy is asked about; empty if none of these is under way. */
    static Optional<WayIn> of(ClientPolicyEvent event, Bearer bearer) {
        if (event == ClientPolicyEvent.TOKEN_REFRESH) {
            return Optional.of(bearer.isOffline() ? OFFLINE : REFRESH);
        }
        return Arrays.stream(values()).filter(way -> way.policyEvent == event).findFirst();
    }

    static Optional<WayIn> find(String id) {
        return Arrays.stream(values()).filter(way -> way.id.equals(id)).findFirst();
    }

    /** What it is called in the configuration. */
    String id() {
        return id;
    }

    /** What Keycloak tells its event listeners when it goes wrong, without the suffix of errors. */
    EventType eventType() {
        return eventType;
    }
}
