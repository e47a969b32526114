package io.agreements.keycloak.page;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** Addresses of the public pages of a realm's agreements. */
public final class AgreementUrls {

    /** Path segment below the realm, and id of the resource that answers there. */
    public static final String SEGMENT = "agreements";

    /** Field of the form by which somebody who signs in downloads the own data. */
    public static final String EXPORT_PASS = "pass";

    private final URI base;
    private final String realmName;

    public AgreementUrls(KeycloakSession session, RealmModel realm) {
        this(session.getContext().getUri().getBaseUri(), realm);
    }

    /** @param base of the server as users know it, where no request tells it */
    public AgreementUrls(URI base, RealmModel realm) {
        this.base = base;
        this.realmName = realm.getName();
    }

    /** The account console, where users sign in to their accounts. */
    public URI account() {
        return Urls.accountBase(base).build(realmName);
    }

    /** The page of the account console that says who was given data about the user. */
    public URI myData() {
        return Urls.accountBase(base).path("my-data").build(realmName);
    }

    /** All agreements in force. */
    public URI list() {
        return Urls.realmBase(base).path(realmName).path(SEGMENT).build();
    }

    /** The keys by which the log of the realm's records is signed. */
    public URI logKeys() {
        return Urls.realmBase(base)
                .path(realmName)
                .path(SEGMENT)
                .path("log")
                .path("keys")
                .build();
    }

    /** Where somebody who signs in downloads the own data. */
    public URI export() {
        return Urls.realmBase(base).path(realmName).path(SEGMENT).path("export").build();
    }

    /** The version in force. */
    public URI agreement(String key) {
        return Urls.realmBase(base).path(realmName).path(SEGMENT).path(key).build();
    }

    /** What changed from one version to a later one. */
    public URI changes(String key, int from, int to) {
        return Urls.realmBase(base)
                .path(realmName)
                .path(SEGMENT)
                .path(key)
                .path("changes")
                .queryParam("from", from)
                .queryParam("to", to)
                .build();
    }

    /** One version, for good. */
    public URI version(String key, int number) {
        return Urls.realmBase(base)
                .path(realmName)
                .path(SEGMENT)
                .path(key)
                .path("versions")
                .path(String.valueOf(number))
                .build();
    }

    /** The text of a version in one language, as it was stored. */
    public URI file(String key, int number, String locale) {
        return UriBuilder.fromUri(version(key, number)).path(locale + ".md").build();
    }
}
