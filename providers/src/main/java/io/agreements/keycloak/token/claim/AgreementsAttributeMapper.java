package io.agreements.keycloak.token.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.util.JsonSerialization;

/** Puts the user's decisions into SAML assertions: for each a value that is the JSON object of the OpenID Connect claim. */
public final class AgreementsAttributeMapper extends AbstractSAMLProtocolMapper
        implements SAMLAttributeStatementMapper {

    private static final String ID = "saml-agreements-mapper";
    private static final String ATTRIBUTE = "agreements";

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
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Which version of which agreement the user has accepted, taken note of, declined or withdrawn, and when.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(Decided.keysProperty());
        AttributeStatementHelper.setConfigProperties(properties);
        properties.stream()
                .filter(property -> property.getName().equals(AttributeStatementHelper.SAML_ATTRIBUTE_NAME))
                .forEach(property -> property.setDefaultValue(ATTRIBUTE));
        return properties;
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        List<String> values = Decided.of(session, userSession.getRealm(), userSession.getUser(), mapper).stream()
                .map(AgreementsAttributeMapper::json)
                .toList();
        if (!values.isEmpty()) {
            AttributeStatementHelper.addAttributes(
                    statement,
                    Decided.withName(mapper, AttributeStatementHelper.SAML_ATTRIBUTE_NAME, ATTRIBUTE),
                    values);
        }
    }

    private static String json(Map<String, Object> decided) {
        try {
            return JsonSerialization.writeValueAsString(decided);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
