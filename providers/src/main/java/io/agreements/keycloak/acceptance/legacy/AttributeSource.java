package io.agreements.keycloak.acceptance.legacy;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.user.KnownUsers;
import io.agreements.keycloak.acceptance.user.KnownUsers.AttributeValue;
import java.time.ZoneId;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Acceptances in an attribute of users, as Keycloak's own terms and conditions keep them: a time. */
public final class AttributeSource implements LegacySource {

    private final String attribute;
    private AttributeValue last;

    public AttributeSource(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public String name() {
        return attribute;
    }

    @Override
    public long size(KeycloakSession session, RealmModel realm) {
        return provider(session).countAttributes(realm, attribute);
    }

    @Override
    public List<LegacyAcceptance> next(KeycloakSession session, RealmModel realm, int max) {
        List<AttributeValue> page = provider(session).attributes(realm, attribute, last, max);
        last = page.isEmpty() ? last : page.get(page.size() - 1);
        ZoneId zone = RealmTimeZone.of(realm);
        return page.stream().map(found -> toAcceptance(found, zone)).toList();
    }

    private static LegacyAcceptance toAcceptance(AttributeValue found, ZoneId zone) {
        return LegacyTime.parse(found.value().strip(), zone)
                .map(acceptedAt -> new LegacyAcceptance(null, found.userId(), acceptedAt, null, null))
                .orElseGet(() -> LegacyAcceptance.wrong(
                        null, found.userId(), "the attribute's value is no time: " + Excerpt.of(found.value())));
    }

    private static KnownUsers provider(KeycloakSession session) {
        return session.getProvider(AcceptanceProvider.class).knownUsers();
    }
}
