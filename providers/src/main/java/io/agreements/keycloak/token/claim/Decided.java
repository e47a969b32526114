package io.agreements.keycloak.token.claim;

import io.agreements.keycloak.acceptance.KeptStandings;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What a token tells of its user's decisions: for each agreement decided on the latest, in the order of pages. */
final class Decided {

    private static final String KEYS = "agreement.keys";

    private Decided() {}

    /** The setting by which an administrator names the agreements that are told of. */
    static ProviderConfigProperty keysProperty() {
        return new ProviderConfigProperty(
                KEYS,
                "Agreements",
                "Keys of the agreements that are told of. All, if there are none.",
                ProviderConfigProperty.MULTIVALUED_STRING_TYPE,
                null);
    }

    /**
     * With the usual name where it has none. The console fills that in; a mapper made by REST has only what it was given.
     *
     * @param setting that holds the name
     */
    static ProtocolMapperModel withName(ProtocolMapperModel mapper, String setting, String usual) {
        String name = mapper.getConfig().get(setting);
        if (name != null && !name.isBlank()) {
            return mapper;
        }
        Map<String, String> config = new LinkedHashMap<>(mapper.getConfig());
        config.put(setting, usual);
        ProtocolMapperModel named = new ProtocolMapperModel();
        named.setId(mapper.getId());
        named.setName(mapper.getName());
        named.setProtocol(mapper.getProtocol());
        named.setProtocolMapper(mapper.getProtocolMapper());
        named.setConfig(config);
        return named;
    }

    /** At most one read of the user's standings for all tokens and mappers of a request; none where they are kept. */
    static List<Map<String, Object>> of(
            KeycloakSession session, RealmModel realm, UserModel user, ProtocolMapperModel mapper) {
        Catalogue catalogue = session.getProvider(AgreementProvider.class).catalogue(realm);
        Set<String> keys = keys(mapper);
        List<Agreement> claimed = catalogue.agreements().stream()
                .filter(agreement -> keys.isEmpty() || keys.contains(agreement.key()))
                .toList();
        if (claimed.isEmpty() || user.getServiceAccountClientLink() != null) {
            return List.of();
        }
        Standings standings = standings(session, realm, user);
        return claimed.stream()
                .flatMap(agreement -> standings.on(agreement.id()).stream()
                        .filter(standing -> standing.decision() != null)
                        .map(standing -> fields(agreement, standing)))
                .toList();
    }

    private static Map<String, Object> fields(Agreement agreement, Standing standing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", agreement.key());
        fields.put("version", standing.versionNumber());
        fields.put("decision", standing.decision().name());
        fields.put("time", standing.decidedAt().getEpochSecond());
        return fields;
    }

    private static Standings standings(KeycloakSession session, RealmModel realm, UserModel user) {
        String attribute = Decided.class.getName() + "." + realm.getId() + "." + user.getId();
        Standings read = session.getAttribute(attribute, Standings.class);
        if (read == null) {
            read = KeptStandings.of(session, realm).latest(user);
            session.setAttribute(attribute, read);
        }
        return read;
    }

    private static Set<String> keys(ProtocolMapperModel mapper) {
        return Optional.ofNullable(mapper.getConfig().get(KEYS))
                .filter(keys -> !keys.isBlank())
                .map(keys -> Set.copyOf(List.of(Constants.CFG_DELIMITER_PATTERN.split(keys.strip()))))
                .orElse(Set.of());
    }
}
