package io.agreements.keycloak.compatibility;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a release of Keycloak, without what may follow it. */
public record KeycloakVersion(int major, int minor, int patch) implements Comparable<KeycloakVersion> {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:\\D.*)?");

    /** Empty where the text is not the number of a release. */
    static Optional<KeycloakVersion> parse(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new KeycloakVersion(part(number, 1), part(number, 2), part(number, 3)))
                : Optional.empty();
    }

    private static int part(Matcher number, int group) {
        return Integer.parseInt(number.group(group));
    }

    @Override
    public int compareTo(KeycloakVersion other) {
        return Comparator.comparingInt(KeycloakVersion::major)
                .thenComparingInt(KeycloakVersion::minor)
                .thenComparingInt(KeycloakVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
