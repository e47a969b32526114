package io.agreements.keycloak.token;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventType;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;

/**
 * A way to tokens, or to what they are good for, on which nobody can be asked, and which the executor's settings know by
 * name. No check depends on a way being here: what is not here cannot be left out.
 */
enum WayIn {
    REFRESH("refresh", ClientPolicyEvent.TOKEN_REFRESH, EventType.REFRESH_TOKEN, OAuth2Constants.REFRESH_TOKEN),
    OFFLINE("offline", ClientPolicyEvent.TOKEN_REFRESH, EventType.REFRESH_TOKEN, OAuth2Constants.REFRESH_TOKEN),
    TOKEN_EXCHANGE(
            "token-exchange",
            ClientPolicyEvent.TOKEN_EXCHANGE_REQUEST,
            EventType.TOKEN_EXCHANGE,
            OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE),
    DEVICE(
            "device",
            ClientPolicyEvent.DEVICE_TOKEN_RESPONSE,
            EventType.OAUTH2_DEVICE_CODE_TO_TOKEN,
            OAuth2Constants.DEVICE_CODE_GRANT_TYPE),
    CIBA(
            "ciba",
            ClientPolicyEvent.BACKCHANNEL_TOKEN_RESPONSE,
            EventType.AUTHREQID_TO_TOKEN,
            OAuth2Constants.CIBA_GRANT_TYPE),
    JWT_GRANT(
            "jwt-grant",
            ClientPolicyEvent.JWT_AUTHORIZATION_GRANT,
            EventType.JWT_AUTHORIZATION_GRANT,
            OAuth2Constants.JWT_AUTHORIZATION_GRANT),
    INTROSPECTION("introspection", ClientPolicyEvent.TOKEN_INTROSPECT, EventType.INTROSPECT_TOKEN, null),
    USERINFO("userinfo", ClientPolicyEvent.USERINFO_REQUEST, EventType.USER_INFO_REQUEST, null),
    BROKER_TOKEN(
            "broker-token", ClientPolicyEvent.IDENTITY_BROKERING_API, EventType.IDENTITY_PROVIDER_RETRIEVE_TOKEN, null);

    private final String id;
    private final ClientPolicyEvent policyEvent;
    private final EventType eventType;
    private final String grantType;

    WayIn(String id, ClientPolicyEvent policyEvent, EventType eventType, String grantType) {
        this.id = id;
        this.policyEvent = policyEvent;
        this.eventType = eventType;
        this.grantType = grantType;
    }

    /** The one that a client policy is asked about; empty if none of these is under way. */
    static Optional<WayIn> of(ClientPolicyEvent event, Bearer bearer) {
        return Arrays.stream(values())
                .filter(way -> way.policyEvent == event)
                .filter(way -> way.policyEvent != ClientPolicyEvent.TOKEN_REFRESH || way == refresh(bearer))
                .findFirst();
    }

    /** The one on which a token for that bearer was asked for by that grant; empty if none of these is. */
    static Optional<WayIn> ofGrant(String grantType, Bearer bearer) {
        return Arrays.stream(values())
                .filter(way -> way.grantType != null && way.grantType.equals(grantType))
                .filter(way -> way.policyEvent != ClientPolicyEvent.TOKEN_REFRESH || way == refresh(bearer))
                .findFirst();
    }

    private static WayIn refresh(Bearer bearer) {
        return bearer.isOffline() ? OFFLINE : REFRESH;
    }

    static Optional<WayIn> find(String id) {
        return Arrays.stream(values()).filter(way -> way.id.equals(id)).findFirst();
    }

    /** What it is called in the configuration. */
    String id() {
        return id;
    }

    /** What Keycloak asks its client policies about it. */
    ClientPolicyEvent policyEvent() {
        return policyEvent;
    }

    /** What Keycloak tells its event listeners when it goes wrong, without the suffix of errors. */
    EventType eventType() {
        return eventType;
    }

    /**
     * Whether the client policies are asked before anything is begun. So the executor looks; where they are asked about the
     * finished token only, it is looked at as all tokens are.
     */
    boolean isAskedEarly() {
        return this != DEVICE && this != CIBA;
    }
}
