package io.agreements.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.component.JsonConfigComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionConfigurationRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.ClientPolicyVote;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;
import org.keycloak.util.JsonSerialization;

/**
 * How the executor is set by the client policies of a realm for what Keycloak asks no client policy about, or not in time.
 * Policies are weighed as Keycloak weighs them; no other executor is called, for which such a question would be news.
 */
final class ExecutorSettings {

    private static final String STRICT = "STRICT";

    private final KeycloakSession session;
    private final RealmModel realm;

    ExecutorSettings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** One for each time the executor stands in a profile of a policy that applies. */
    Stream<AgreementsAcceptedConfiguration> of(ClientPolicyContext question) {
        if (!Profile.isFeatureEnabled(Profile.Feature.CLIENT_POLICIES)) {
            return Stream.empty();
        }
        try {
            ClientPoliciesRepresentation policies = session.clientPolicy().getClientPolicies(realm, true);
            List<ClientProfileRepresentation> profiles = profiles();
            return all(policies.getGlobalPolicies(), policies.getPolicies())
                    .filter(policy -> Boolean.TRUE.equals(policy.isEnabled()) && policy.getProfiles() != null)
                    .flatMap(policy -> settings(policy, profiles, question));
        } catch (ClientPolicyException e) {
            throw new IllegalStateException("The client policies of the realm cannot be read", e);
        }
    }

    private List<ClientProfileRepresentation> profiles() throws ClientPolicyException {
        ClientProfilesRepresentation profiles = session.clientPolicy().getClientProfiles(realm, true);
        return all(profiles.getProfiles(), profiles.getGlobalProfiles()).toList();
    }

    private Stream<AgreementsAcceptedConfiguration> settings(
            ClientPolicyRepresentation policy,
            List<ClientProfileRepresentation> profiles,
            ClientPolicyContext question) {
        List<AgreementsAcceptedConfiguration> settings = profiles.stream()
                .filter(profile -> policy.getProfiles().contains(profile.getName()) && profile.getExecutors() != null)
                .flatMap(profile -> profile.getExecutors().stream())
                .filter(executor -> AgreementsAcceptedExecutorFactory.ID.equals(executor.getExecutorProviderId()))
                .map(executor -> settings(executor.getConfiguration()))
                .toList();
        return settings.isEmpty() || !applies(policy, question) ? Stream.empty() : settings.stream();
    }

    private static AgreementsAcceptedConfiguration settings(JsonNode configuration) {
        return configuration == null || configuration.isNull()
                ? new AgreementsAcceptedConfiguration()
                : JsonSerialization.mapper.convertValue(configuration, AgreementsAcceptedConfiguration.class);
    }

    private boolean applies(ClientPolicyRepresentation policy, ClientPolicyContext question) {
        Set<ClientPolicyVote> votes = new HashSet<>();
        for (ClientPolicyConditionRepresentation condition :
                each(policy.getConditions()).toList()) {
            votes.add(vote(condition, question));
        }
        boolean abstained = isStrict(policy) && votes.contains(ClientPolicyVote.ABSTAIN);
        return votes.contains(ClientPolicyVote.YES) && !votes.contains(ClientPolicyVote.NO) && !abstained;
    }

    /** Not all supported versions of Keycloak know that setting. */
    private static boolean isStrict(ClientPolicyRepresentation policy) {
        return STRICT.equalsIgnoreCase(
                JsonSerialization.mapper.valueToTree(policy).path("mode").asText());
    }

    private ClientPolicyVote vote(ClientPolicyConditionRepresentation condition, ClientPolicyContext question) {
        JsonConfigComponentModel model = new JsonConfigComponentModel(
                ClientPolicyConditionProvider.class,
                realm.getId(),
                condition.getConditionProviderId(),
                condition.getConfiguration());
        ClientPolicyConditionProvider<?> provider =
                session.getComponentProvider(ClientPolicyConditionProvider.class, model.getId(), factory -> model);
        if (provider == null) {
            throw new IllegalStateException("There is no condition " + condition.getConditionProviderId());
        }
        try {
            return vote(provider, condition.getConfiguration(), question);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException("The condition " + condition.getConditionProviderId() + " failed", e);
        }
    }

    private static <C extends ClientPolicyConditionConfigurationRepresentation> ClientPolicyVote vote(
            ClientPolicyConditionProvider<C> condition, JsonNode configuration, ClientPolicyContext question)
            throws ClientPolicyException {
        condition.setupConfiguration(
                JsonSerialization.mapper.convertValue(configuration, condition.getConditionConfigurationClass()));
        ClientPolicyVote vote = condition.applyPolicy(question);
        return condition.isNegativeLogic() ? opposite(vote) : vote;
    }

    private static ClientPolicyVote opposite(ClientPolicyVote vote) {
        return switch (vote) {
            case YES -> ClientPolicyVote.NO;
            case NO -> ClientPolicyVote.YES;
            case ABSTAIN -> ClientPolicyVote.ABSTAIN;
        };
    }

    private static <T> Stream<T> all(Collection<T> some, Collection<T> others) {
        return Stream.concat(each(some), each(others));
    }

    private static <T> Stream<T> each(Collection<T> collection) {
        return collection == null ? Stream.empty() : collection.stream();
    }
}
