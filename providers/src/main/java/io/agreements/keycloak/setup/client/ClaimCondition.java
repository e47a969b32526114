package io.agreements.keycloak.setup.client;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import io.agreements.keycloak.setup.condition.SetupProvider;
import io.agreements.keycloak.setup.condition.SetupProvider.OwnedMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** Clients can learn what their user has decided: some client or client scope has a mapper of the product. */
public final class ClaimCondition implements SetupCondition {

    static final String CLAIM_MAPPER = "oidc-agreements-mapper";
    static final String ATTRIBUTE_MAPPER = "saml-agreements-mapper";

    private static final String ID = "claim";
    private static final Set<String> MAPPERS = Set.of(CLAIM_MAPPER, ATTRIBUTE_MAPPER);
    private static final String SCOPE = "agreements";
    private static final String PROTOCOL = "openid-connect";

    private final RealmModel realm;
    private final SetupProvider store;
    private final Before before;

    public ClaimCondition(RealmModel realm, SetupProvider store, Before before) {
        this.realm = realm;
        this.store = store;
        this.before = before;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        List<OwnedMapper> mappers = store.mappers(realm, MAPPERS);
        if (!mappers.isEmpty()) {
            return Finding.ok(Sentence.of(
                    ID + ".ok",
                    mappers.stream().map(OwnedMapper::owner).distinct().collect(Collectors.joining(", "))));
        }
        return Finding.toMend(Sentence.of(ID + ".missing"), adding());
    }

    /** Tokens of clients that do not ask for the scope stay as they are. */
    private List<Change> adding() {
        String name = freeName();
        return List.of(
                new Change(Sentence.of(ID + ".addScope", name), () -> add(name)),
                new Change(Sentence.of(ID + ".offer", name), () -> realm.addDefaultClientScope(scope(), false)));
    }

    @Override
    public List<Change> takeBack() {
        List<Change> changes = new ArrayList<>();
        ClientScopeModel made = scope();
        if (made != null) {
            changes.add(new Change(Sentence.of(ID + ".removeScope", made.getName()), this::removeScope));
        }
        store.mappers(realm, MAPPERS).stream()
                .filter(mapper -> made == null || !made.getId().equals(mapper.scopeId()))
                .forEach(mapper -> changes.add(
                        new Change(Sentence.of(ID + ".removeMapper", mapper.owner()), () -> remove(mapper))));
        return changes;
    }

    private void add(String name) {
        ClientScopeModel scope = realm.addClientScope(name);
        scope.setProtocol(PROTOCOL);
        scope.setDescription("Which agreements the user has accepted");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(true);
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(SCOPE);
        mapper.setProtocol(PROTOCOL);
        mapper.setProtocolMapper(CLAIM_MAPPER);
        mapper.setConfig(Map.of(
                "claim.name", "agreements",
                "id.token.claim", "true",
                "access.token.claim", "false",
                "userinfo.token.claim", "true",
                "introspection.token.claim", "true"));
        scope.addProtocolMapper(mapper);
        before.forget(ID);
        before.keep(ID, scope.getId());
    }

    private void removeScope() {
        realm.removeClientScope(scope().getId());
        before.forget(ID);
    }

    private void remove(OwnedMapper mapper) {
        ProtocolMapperContainerModel owner = mapper.clientId() == null
                ? realm.getClientScopeById(mapper.scopeId())
                : realm.getClientById(mapper.clientId());
        owner.removeProtocolMapper(owner.getProtocolMapperById(mapper.id()));
    }

    /** What the set-up made; null if it made none, or somebody has removed it. */
    private ClientScopeModel scope() {
        return before.get(ID) == null ? null : realm.getClientScopeById(before.get(ID));
    }

    private String freeName() {
        Set<String> taken =
                realm.getClientScopesStream().map(ClientScopeModel::getName).collect(Collectors.toSet());
        String name = SCOPE;
        for (int next = 2; taken.contains(name); next++) {
            name = SCOPE + "-" + next;
        }
        return name;
    }
}
