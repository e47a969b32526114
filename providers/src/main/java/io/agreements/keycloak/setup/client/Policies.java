package io.agreements.keycloak.setup.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.ClientPolicyManager;

/** The client policies and profiles of a realm, which Keycloak reads and writes as a whole. */
final class Policies {

    private final ClientPolicyManager manager;
    private final RealmModel realm;

    Policies(ClientPolicyManager manager, RealmModel realm) {
        this.manager = manager;
        this.realm = realm;
    }

    /** The realm's own. */
    List<ClientProfileRepresentation> profiles() {
        try {
            List<ClientProfileRepresentation> profiles =
                    manager.getClientProfiles(realm, false).getProfiles();
            return profiles == null ? new ArrayList<>() : new ArrayList<>(profiles);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The realm's own. */
    List<ClientPolicyRepresentation> policies() {
        try {
            List<ClientPolicyRepresentation> policies =
                    manager.getClientPolicies(realm, false).getPolicies();
            return policies == null ? new ArrayList<>() : new ArrayList<>(policies);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(ClientProfileRepresentation profile) {
        List<ClientProfileRepresentation> profiles = profiles();
        profiles.add(profile);
        writeProfiles(profiles);
    }

    void add(ClientPolicyRepresentation policy) {
        List<ClientPolicyRepresentation> policies = policies();
        policies.add(policy);
        writePolicies(policies);
    }

    void enable(String policy) {
        List<ClientPolicyRepresentation> policies = policies();
        policies.stream().filter(one -> one.getName().equals(policy)).forEach(one -> one.setEnabled(true));
        writePolicies(policies);
    }

    void addExecutor(String profile, ClientPolicyExecutorRepresentation executor) {
        List<ClientProfileRepresentation> profiles = profiles();
        profiles.stream()
                .filter(one -> one.getName().equals(profile))
                .forEach(one -> one.setExecutors(Stream.concat(
                                one.getExecutors() == null ? Stream.empty() : one.getExecutors().stream(),
                                Stream.of(executor))
                        .toList()));
        writeProfiles(profiles);
    }

    void removePolicy(String name) {
        List<ClientPolicyRepresentation> policies = policies();
        policies.removeIf(policy -> policy.getName().equals(name));
        writePolicies(policies);
    }

    void removeProfile(String name) {
        List<ClientProfileRepresentation> profiles = profiles();
        profiles.removeIf(profile -> profile.getName().equals(name));
        writeProfiles(profiles);
    }

    /** Takes profiles out of a policy. */
    void takeOut(String policy, Set<String> profiles) {
        List<ClientPolicyRepresentation> policies = policies();
        policies.stream()
                .filter(one -> one.getName().equals(policy))
                .forEach(one -> one.setProfiles(one.getProfiles().stream()
                        .filter(name -> !profiles.contains(name))
                        .toList()));
        writePolicies(policies);
    }

    /** Takes executors out of a profile. */
    void takeOutOfProfile(String profile, Set<String> executors) {
        List<ClientProfileRepresentation> profiles = profiles();
        profiles.stream()
                .filter(one -> one.getName().equals(profile))
                .forEach(one -> one.setExecutors(one.getExecutors().stream()
                        .filter(executor -> !executors.contains(executor.getExecutorProviderId()))
                        .toList()));
        writeProfiles(profiles);
    }

    private void writeProfiles(List<ClientProfileRepresentation> profiles) {
        ClientProfilesRepresentation all = new ClientProfilesRepresentation();
        all.setProfiles(profiles);
        try {
            manager.updateClientProfiles(realm, all);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writePolicies(List<ClientPolicyRepresentation> policies) {
        ClientPoliciesRepresentation all = new ClientPoliciesRepresentation();
        all.setPolicies(policies);
        try {
            manager.updateClientPolicies(realm, all);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }
}
