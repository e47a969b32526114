package io.agreements.keycloak;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** The time zone in which a realm reckons days: on its pages, and where somebody's age is told. */
public final class RealmTimeZone {

    /** Realm attribute with an IANA name such as {@code Asia/Shanghai}, or an offset such as {@code GMT+8}. */
    public static final String ATTRIBUTE = "agreements.timeZone";

    private static final Logger LOG = Logger.getLogger(RealmTimeZone.class);

    private RealmTimeZone() {}

    /** @return UTC where the realm names none, or none that is known */
    public static ZoneId of(RealmModel realm) {
        return named(realm).orElse(ZoneOffset.UTC);
    }

    /** The IANA name of it, or an offset such as {@code +08:00}. */
    public static String nameOf(RealmModel realm) {
        ZoneId zone = of(realm);
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** Says in the log that the realm names a zone nobody knows, if it does. */
    public static void warnIfUnknown(RealmModel realm) {
        if (isUnknown(realm)) {
            LOG.warnf(
                    "Realm %s: %s is %s, which is no time zone; it counts as UTC. Give an IANA name such as"
                            + " Asia/Shanghai, or an offset such as +08:00.",
                    realm.getName(), ATTRIBUTE, LogWords.quoted(realm.getAttribute(ATTRIBUTE)));
        }
    }

    /** Whether the realm names a zone nobody knows. */
    public static boolean isUnknown(RealmModel realm) {
        return realm.getAttribute(ATTRIBUTE) != null && named(realm).isEmpty();
    }

    private static Optional<ZoneId> named(RealmModel realm) {
        String name = realm.getAttribute(ATTRIBUTE);
        if (name == null) {
            return Optional.empty();
        }
        try {
            ZoneId zone = ZoneId.of(name);
            return Optional.of(ZoneId.getAvailableZoneIds().contains(name) ? zone : zone.normalized());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
