package io.agreements.keycloak;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keycloak.models.RealmModel;

/** The time zone in which a realm reckons days: on its pages, and where somebody's age is told. */
public final class RealmTimeZone {

    /** Realm attribute with an IANA name such as {@code Asia/Shanghai}. */
    public static final String ATTRIBUTE = "agreements.timeZone";

    private RealmTimeZone() {}

    /** @return UTC where the realm names none, or none that is known */
    public static ZoneId of(RealmModel realm) {
        String name = realm.getAttribute(ATTRIBUTE);
        return name != null && ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    /** The IANA name of it. */
    public static String nameOf(RealmModel realm) {
        ZoneId zone = of(realm);
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
