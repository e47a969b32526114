package io.agreements.keycloak.token.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/** Puts the user's decisions into tokens: a list of objects with {@code key, version, decision, time} (in seconds). */
public final class AgreementsClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    private static final String ID = "oidc-agreements-mapper";
    private static final String CLAIM = "agreements";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Agreements";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Which version of which agreement the user has accepted, taken note of, declined or withdrawn, and when.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(Decided.keysProperty());
        OIDCAttributeMapperHelper.addTokenClaimNameConfig(properties);
        properties.get(properties.size() - 1).setDefaultValue(CLAIM);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, AgreementsClaimMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        List<Map<String, Object>> decided = Decided.of(session, userSession.getRealm(), userSession.getUser(), mapper);
        OIDCAttributeMapperHelper.mapClaim(
                token,
                Decided.withName(mapper, OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, CLAIM),
                JsonSerialization.mapper.valueToTree(decided));
    }
}
