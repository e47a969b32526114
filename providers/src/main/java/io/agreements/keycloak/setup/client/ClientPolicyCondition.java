package io.agreements.keycloak.setup.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.services.clientpolicy.condition.AnyClientConditionFactory;

/** Clients get no tokens by ways on which their user cannot be asked, while the user owes an agreement. */
public final class ClientPolicyCondition implements SetupCondition {

    static final String ACCEPTED = "agreements-accepted";
    static final String THIRD_PARTY = "third-party-consent-required";

    private static final String ID = "client-policy";
    private static final Set<String> OURS = Set.of(ACCEPTED, THIRD_PARTY);
    private static final String PROFILE = "agreements-accepted";
    private static final String POLICY = "agreements";

    private final Policies policies;

    public ClientPolicyCondition(KeycloakSession session, RealmModel realm) {
        this.policies = new Policies(session.clientPolicy(), realm);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        List<Change> changes = new ArrayList<>();
        Set<String> profiles = policies.profiles().stream()
                .filter(profile -> executors(profile).contains(ACCEPTED))
                .map(ClientProfileRepresentation::getName)
                .collect(Collectors.toSet());
        if (profiles.isEmpty()) {
            changes.add(withExecutor());
            profiles = Set.of(PROFILE);
        }
        List<ClientPolicyRepresentation> naming = naming(profiles);
        Optional<ClientPolicyRepresentation> enabled =
                naming.stream().filter(ClientPolicyCondition::isEnabled).findFirst();
        if (enabled.isPresent() && changes.isEmpty()) {
            return Finding.ok(Sentence.of(ID + ".ok", enabled.orElseThrow().getName()));
        }
        if (enabled.isEmpty() && !naming.isEmpty()) {
            String name = naming.get(0).getName();
            changes.add(new Change(Sentence.of(ID + ".enable", name), () -> policies.enable(name)));
            return Finding.toMend(Sentence.of(ID + ".disabled", name), changes);
        }
        if (enabled.isEmpty()) {
            changes.add(newPolicyFor(profiles.iterator().next()));
        }
        return Finding.toMend(Sentence.of(ID + ".missing"), changes);
    }

    /** In a profile that has lost it, or else in a new one. */
    private Change withExecutor() {
        boolean isThere = policies.profiles().stream().anyMatch(profile -> PROFILE.equals(profile.getName()));
        return isThere
                ? new Change(
                        Sentence.of(ID + ".addExecutor", PROFILE, ACCEPTED),
                        () -> policies.addExecutor(PROFILE, executor()))
                : new Change(Sentence.of(ID + ".addProfile", PROFILE, ACCEPTED), () -> policies.add(newProfile()));
    }

    private Change newPolicyFor(String profile) {
        Set<String> taken = policies.policies().stream()
                .map(ClientPolicyRepresentation::getName)
                .collect(Collectors.toSet());
        String name = POLICY;
        for (int next = 2; taken.contains(name); next++) {
            name = POLICY + " " + next;
        }
        ClientPolicyRepresentation policy = newPolicy(name, profile);
        return new Change(Sentence.of(ID + ".addPolicy", name, profile), () -> policies.add(policy));
    }

    private List<ClientPolicyRepresentation> naming(Set<String> profiles) {
        return policies.policies().stream()
                .filter(policy -> names(policy).stream().anyMatch(profiles::contains))
                .toList();
    }

    /** Policies first: none may name a profile that is not there. */
    @Override
    public List<Change> takeBack() {
        Set<String> emptied = policies.profiles().stream()
                .filter(profile -> !ours(profile).isEmpty())
                .filter(profile -> OURS.containsAll(executors(profile)))
                .map(ClientProfileRepresentation::getName)
                .collect(Collectors.toSet());
        List<Change> changes = new ArrayList<>();
        policies.policies().stream()
                .filter(policy -> names(policy).stream().anyMatch(emptied::contains))
                .forEach(policy -> changes.add(
                        emptied.containsAll(names(policy))
                                ? new Change(
                                        Sentence.of(ID + ".removePolicy", policy.getName()),
                                        () -> policies.removePolicy(policy.getName()))
                                : new Change(
                                        Sentence.of(
                                                ID + ".shortenPolicy", policy.getName(), shown(names(policy), emptied)),
                                        () -> policies.takeOut(policy.getName(), emptied))));
        policies.profiles().stream()
                .filter(profile -> !ours(profile).isEmpty())
                .forEach(profile -> changes.add(
                        emptied.contains(profile.getName())
                                ? new Change(
                                        Sentence.of(ID + ".removeProfile", profile.getName()),
                                        () -> policies.removeProfile(profile.getName()))
                                : new Change(
                                        Sentence.of(
                                                ID + ".shortenProfile",
                                                profile.getName(),
                                                String.join(", ", ours(profile))),
                                        () -> policies.takeOutOfProfile(profile.getName(), OURS))));
        return changes;
    }

    @Override
    public Optional<Sentence> withoutJars() {
        return Optional.of(Sentence.of(ID + ".gone"))
                .filter(sentence -> policies.profiles().stream()
                        .anyMatch(profile -> !ours(profile).isEmpty()));
    }

    private static ClientProfileRepresentation newProfile() {
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName(PROFILE);
        profile.setDescription("No tokens to clients whose user owes an agreement");
        profile.setExecutors(List.of(executor()));
        return profile;
    }

    private static ClientPolicyExecutorRepresentation executor() {
        ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
        executor.setExecutorProviderId(ACCEPTED);
        executor.setConfiguration(JsonNodeFactory.instance.objectNode());
        return executor;
    }

    private static ClientPolicyRepresentation newPolicy(String name, String profile) {
        ClientPolicyConditionRepresentation everyClient = new ClientPolicyConditionRepresentation();
        everyClient.setConditionProviderId(AnyClientConditionFactory.PROVIDER_ID);
        everyClient.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(name);
        policy.setDescription("Every client");
        policy.setEnabled(true);
        policy.setConditions(List.of(everyClient));
        policy.setProfiles(List.of(profile));
        return policy;
    }

    private static boolean isEnabled(ClientPolicyRepresentation policy) {
        return Boolean.TRUE.equals(policy.isEnabled());
    }

    private static List<String> names(ClientPolicyRepresentation policy) {
        return policy.getProfiles() == null ? List.of() : policy.getProfiles();
    }

    private static List<String> executors(ClientProfileRepresentation profile) {
        return profile.getExecutors() == null
                ? List.of()
                : profile.getExecutors().stream()
                        .map(ClientPolicyExecutorRepresentation::getExecutorProviderId)
                        .toList();
    }

    private static List<String> ours(ClientProfileRepresentation profile) {
        return executors(profile).stream().filter(OURS::contains).sorted().toList();
    }

    private static String shown(List<String> names, Set<String> among) {
        return names.stream().filter(among::contains).sorted().collect(Collectors.joining(", "));
    }
}
