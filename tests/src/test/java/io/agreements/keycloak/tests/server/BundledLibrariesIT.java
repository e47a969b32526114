package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of bundled libraries is what is in the jars. */
final class BundledLibrariesIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| ([^ |]+) \\| [^ |]+ \\| \\S[^|]+ \\|$", Pattern.MULTILINE);
    private static final String OURS = "io/agreements/(keycloak|proof)/.*";
    private static final String SHADED = "io/agreements/keycloak/shaded/";

    /** Packages in the jar, and whose they are. */
    private static final Map<String, Set<String>> PACKAGES = Map.of(
            "commonmark",
                    Set.of(
                            "org.commonmark:commonmark",
                            "org.commonmark:commonmark-ext-gfm-tables",
                            "org.commonmark:commonmark-ext-gfm-strikethrough",
                            "org.commonmark:commonmark-ext-autolink",
                            "org.commonmark:commonmark-ext-task-list-items"),
            "autolink", Set.of("org.nibor.autolink:autolink"),
            "difflib", Set.of("io.github.java-diff-utils:java-diff-utils"),
            "jcs", Set.of("io.github.erdtman:java-json-canonicalization"),
            "ahocorasick", Set.of("com.hankcs:aho-corasick-double-array-trie"),
            "phonenumbers", Set.of("com.googlecode.libphonenumber:libphonenumber"),
            "jsoup", Set.of("org.jsoup:jsoup"));

    /** What lies beside the sample client. */
    private static final Set<String> OF_THE_SAMPLE_CLIENT = Set.of(
            "com.nimbusds:oauth2-oidc-sdk",
            "com.nimbusds:nimbus-jose-jwt",
            "com.nimbusds:content-type",
            "com.nimbusds:lang-tag",
            "com.github.stephenc.jcip:jcip-annotations",
            "net.minidev:json-smart",
            "net.minidev:accessors-smart",
            "org.ow2.asm:asm");

    @Test
    void theListIsWhatIsInTheJars() throws IOException {
        Map<String, String> bundled = new TreeMap<>(bundledByMaven());
        bundled.putAll(bundledByEsbuild());
        bundled.putAll(besideTheSampleClient());

        assertThat(listed()).isEqualTo(bundled);
    }

    @Test
    void nothingButTheseIsAmongOurClasses() throws IOException {
        try (JarFile jar = new JarFile(
                PROJECT.resolve("providers/target/keycloak-agreements.jar").toFile())) {
            Set<String> shaded = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .peek(name -> assertThat(name).matches(OURS))
                    .filter(name -> name.startsWith(SHADED))
                    .map(name -> name.substring(SHADED.length()).split("/", 2)[0])
                    .collect(Collectors.toSet());

            assertThat(shaded).isEqualTo(PACKAGES.keySet());
        }
    }

    @Test
    void theWordsOfEachLicenceGoAlong() throws IOException {
        String ofProviders = thirdParty("providers/target/keycloak-agreements.jar");
        assertThat(PACKAGES.values().stream().flatMap(Set::stream))
                .allSatisfy(name -> assertThat(ofProviders).contains(name));

        String ofThemes = thirdParty("themes/target/keycloak-agreements-themes.jar");
        assertThat(bundledByEsbuild())
                .allSatisfy((name, version) -> assertThat(ofThemes).contains("\n" + name + " " + version + " ("));

        String ofTheSampleClient = Files.readString(PROJECT.resolve("realm-config/sample-client/THIRD-PARTY.txt"));
        assertThat(OF_THE_SAMPLE_CLIENT)
                .allSatisfy(name -> assertThat(ofTheSampleClient).contains("\n" + name + " ("));
    }

    /** The words of others' licences in a jar, which has the project's own beside them. */
    private static String thirdParty(String file) throws IOException {
        try (JarFile jar = new JarFile(PROJECT.resolve(file).toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("META-INF/LICENSE")).readAllBytes())
                    .isEqualTo(Files.readAllBytes(PROJECT.resolve("LICENSE")));
            return new String(
                    jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(PROJECT.resolve("docs/dependencies.md")));
        while (rows.find()) {
            assertThat(listed.put(rows.group(1), rows.group(2)))
                    .as(rows.group(1) + " twice")
                    .isNull();
        }
        return listed;
    }

    private static Map<String, String> bundledByMaven() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        return PACKAGES.values().stream().flatMap(Set::stream).collect(Collectors.toMap(name -> name, name -> {
            String property = name.substring(name.indexOf(':') + 1) + ".version";
            Matcher version =
                    Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(pom);
            assertThat(version.find()).as(property).isTrue();
            return version.group(1);
        }));
    }

    private static Map<String, String> besideTheSampleClient() throws IOException {
        List<String> files;
        try (Stream<Path> lib = Files.list(PROJECT.resolve("realm-config/sample-client/target/lib"))) {
            files = lib.map(file -> file.getFileName().toString()).toList();
        }
        assertThat(files).hasSameSizeAs(OF_THE_SAMPLE_CLIENT);
        return OF_THE_SAMPLE_CLIENT.stream().collect(Collectors.toMap(name -> name, name -> {
            Pattern jar = Pattern.compile(Pattern.quote(name.substring(name.indexOf(':') + 1)) + "-(\\d.*)\\.jar");
            return files.stream()
                    .map(jar::matcher)
                    .filter(Matcher::matches)
                    .map(file -> file.group(1))
                    .findFirst()
                    .orElse("not there");
        }));
    }

    private static Map<String, String> bundledByEsbuild() throws IOException {
        JsonNode packages = new ObjectMapper()
                .readTree(PROJECT.resolve("themes/target/bundled.json").toFile());
        return packages.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }
}
