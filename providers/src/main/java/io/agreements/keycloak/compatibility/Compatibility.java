package io.agreements.keycloak.compatibility;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the product and the Keycloak it runs in go together.
 *
 * @param supported the versions the product is made for
 * @param keycloak the version it runs in
 * @param missing what it needs and does not find there, in words
 */
public record Compatibility(SupportedVersions supported, String keycloak, List<String> missing) {
    private static final int NAMED = 5;

    static Compatibility find(ClassLoader loader, String keycloak) {
        ClassFiles classes = new ClassFiles(loader);
        List<String> missing = RequirementsFile.read(loader).stream()
                .flatMap(requirement -> requirement.missing(classes))
                .distinct()
                .toList();
        return new Compatibility(SupportedVersions.read(loader), keycloak, missing);
    }

    boolean isWhole() {
        return missing.isEmpty();
    }

    boolean isSupported() {
        return supported.include(keycloak);
    }

    /** One line on the two versions. */
    String versions() {
        return "Agreements: supported is Keycloak " + supported + "; this is " + keycloak;
    }

    /** What is missing, the first few of it by name. */
    String gaps() {
        String first = missing.stream().limit(NAMED).map(gap -> "\n  " + gap).collect(Collectors.joining());
        int more = missing.size() - NAMED;
        return first + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
