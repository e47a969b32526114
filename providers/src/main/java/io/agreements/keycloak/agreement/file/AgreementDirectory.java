package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.file.AgreementYaml.VersionYaml;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads agreements out of files: {@code <realm>/<key>/agreement.yaml} and {@code <realm>/<key>/<number>/<locale>.md}; or
 * without the first level, where the files are of one realm, whatever its name.
 */
public final class AgreementDirectory {

    static final String SETTINGS = "agreement.yaml";
    static final String TEXT_SUFFIX = ".md";

    private static final String NUMBER_PATTERN = "[1-9][0-9]{0,5}";

    private static final int MAX_TITLE = 255;
    private static final int MAX_LABEL = 64;
    private static final int MAX_SUMMARY = 2000;
    private static final int MAX_LANGUAGE_TAG = 35;
    private static final int MAX_AUDIENCE = 2000;

    private final Path root;
    private final boolean ofOneRealm;

    /** @param root has a directory for each realm */
    public AgreementDirectory(Path root) {
        this(root, false);
    }

    private AgreementDirectory(Path root, boolean ofOneRealm) {
        this.root = root.toAbsolutePath().normalize();
        this.ofOneRealm = ofOneRealm;
    }

    /** A directory whose agreements are those of any realm they are read for. */
    static AgreementDirectory ofOneRealm(Path root) {
        return new AgreementDirectory(root, true);
    }

    /** Whether there is anything for this realm. */
    public boolean has(String realmName) {
        return realmDirectory(realmName).filter(Files::isDirectory).isPresent();
    }

    /**
     * @return the agreements of that realm by key; none if there is no directory for it
     * @throws AgreementFileException with the first problem of each agreement that has one
     */
    List<AgreementFile> read(String realmName) throws AgreementFileException {
        if (!has(realmName)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        List<AgreementFile> agreements = new ArrayList<>();
        for (Path directory : subdirectories(realmDirectory(realmName).orElseThrow())) {
            try {
                agreements.add(readAgreement(directory));
            } catch (AgreementFileException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new AgreementFileException(problems);
        }
        return agreements;
    }

    /** A realm's name comes from outside: it must not lead out of the root. */
    private Optional<Path> realmDirectory(String realmName) {
        if (ofOneRealm) {
            return Optional.of(root);
        }
        Path directory = root.resolve(realmName).normalize();
        return root.equals(directory.getParent()) ? Optional.of(directory) : Optional.empty();
    }

    private static AgreementFile readAgreement(Path directory) throws AgreementFileException {
        String key = directory.getFileName().toString();
        if (!key.matches(Agreement.KEY_PATTERN)) {
            throw new AgreementFileException(
                    directory
                            + ": the name of the directory is the key of the agreement: small letters, digits and hyphens, at most 64");
        }
        Path settings = directory.resolve(SETTINGS);
        if (!Files.isRegularFile(settings)) {
            throw new AgreementFileException(directory + ": " + SETTINGS + " is missing");
        }
        AgreementYaml yaml = AgreementYaml.read(settings);
        if (yaml.requirement() == null || yaml.bindingLocale() == null) {
            throw new AgreementFileException(settings + ": requirement and bindingLocale must be given");
        }
        List<VersionFile> versions = new ArrayList<>();
        for (Path versionDirectory : subdirectories(directory)) {
            versions.add(readVersion(versionDirectory, yaml));
        }
        versions.sort(Comparator.comparingInt(VersionFile::number));
        for (Integer configured : yaml.versions().keySet()) {
            if (versions.stream().noneMatch(version -> version.number() == configured)) {
                throw new AgreementFileException(
                        settings + ": has settings for version " + configured + ", which has no directory");
            }
        }
        int position = yaml.position() == null ? 0 : yaml.position();
        return new AgreementFile(
                key,
                yaml.requirement(),
                yaml.bindingLocale(),
                position,
                audience(settings, yaml),
                reacceptAfterDays(settings, yaml),
                directory,
                versions);
    }

    private static Audience audience(Path settings, AgreementYaml yaml) throws AgreementFileException {
        try {
            Audience audience = yaml.audience() == null
                    ? Audience.EVERYBODY
                    : yaml.audience().toAudience();
            requireLength(settings, "audience", String.join("\n", audience.names()), MAX_AUDIENCE);
            return audience;
        } catch (IllegalArgumentException e) {
            throw new AgreementFileException(settings + ": audience: " + e.getMessage());
        }
    }

    private static Integer reacceptAfterDays(Path settings, AgreementYaml yaml) throws AgreementFileException {
        if (yaml.reacceptAfterDays() != null && yaml.reacceptAfterDays() < 1) {
            throw new AgreementFileException(settings + ": reacceptAfterDays: must be 1 or more");
        }
        return yaml.reacceptAfterDays();
    }

    private static VersionFile readVersion(Path directory, AgreementYaml agreement) throws AgreementFileException {
        String name = directory.getFileName().toString();
        if (!name.matches(NUMBER_PATTERN)) {
            throw new AgreementFileException(
                    directory + ": the name of the directory is the number of the version: 1, 2, 3 …");
        }
        int number = Integer.parseInt(name);
        VersionYaml settings = agreement.versions().getOrDefault(number, VersionYaml.DEFAULTS);
        requireLength(directory, "label", settings.label(), MAX_LABEL);
        List<TextFile> texts = readTexts(directory, agreement, settings);
        boolean draft = Boolean.TRUE.equals(settings.draft());
        if (!draft && texts.stream().noneMatch(text -> text.locale().equals(agreement.bindingLocale()))) {
            throw new AgreementFileException(
                    directory + ": the binding text " + agreement.bindingLocale() + TEXT_SUFFIX + " is missing");
        }
        try {
            return new VersionFile(
                    number,
                    settings.label(),
                    settings.material() == null || settings.material(),
                    settings.acceptance() == null ? AcceptanceMode.EXPLICIT : settings.acceptance(),
                    Boolean.TRUE.equals(settings.readToEnd()),
                    draft,
                    settings.published(),
                    settings.effective(),
                    settings.enforced(),
                    settings.retracted(),
                    texts);
        } catch (IllegalArgumentException e) {
            throw new AgreementFileException(directory + ": " + e.getMessage());
        }
    }

    private static List<TextFile> readTexts(Path directory, AgreementYaml agreement, VersionYaml settings)
            throws AgreementFileException {
        List<TextFile> texts = new ArrayList<>();
        for (Path file : textFiles(directory)) {
            String name = file.getFileName().toString();
            String locale = name.substring(0, name.length() - TEXT_SUFFIX.length());
            requireLanguageTag(file, locale);
            String title =
                    settings.titles().getOrDefault(locale, agreement.titles().get(locale));
            if (title == null) {
                throw new AgreementFileException(
                        file + ": " + SETTINGS + " has no title for the locale " + locale + " (titles:)");
            }
            String summary = settings.summaries().get(locale);
            requireLength(file, "title", title, MAX_TITLE);
            requireLength(file, "summary", summary, MAX_SUMMARY);
            texts.add(new TextFile(locale, title, summary, readText(file)));
        }
        return texts;
    }

    private static void requireLength(Path source, String what, String value, int most) throws AgreementFileException {
        if (value != null && value.length() > most) {
            throw new AgreementFileException(
                    source + ": its " + what + " has " + value.length() + " characters; there is room for " + most);
        }
    }

    private static void requireLanguageTag(Path file, String locale) throws AgreementFileException {
        requireLength(file, "language tag", locale, MAX_LANGUAGE_TAG);
        try {
            new Locale.Builder().setLanguageTag(locale);
        } catch (IllformedLocaleException e) {
            throw new AgreementFileException(
                    file + ": the name of the file is a language tag (BCP 47), such as zh-Hans" + TEXT_SUFFIX);
        }
    }

    private static byte[] readText(Path file) throws AgreementFileException {
        try {
            byte[] content = Files.readAllBytes(file);
            if (StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .isBlank()) {
                throw new AgreementFileException(file + ": is empty");
            }
            return content;
        } catch (CharacterCodingException e) {
            throw new AgreementFileException(file + ": is not UTF-8");
        } catch (IOException e) {
            throw new AgreementFileException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static List<Path> subdirectories(Path directory) throws AgreementFileException {
        return list(directory, path -> Files.isDirectory(path) && !isHidden(path));
    }

    private static List<Path> textFiles(Path directory) throws AgreementFileException {
        return list(
                directory,
                path -> !isHidden(path) && path.getFileName().toString().endsWith(TEXT_SUFFIX));
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static List<Path> list(Path directory, Predicate<Path> wanted) throws AgreementFileException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new AgreementFileException(directory + ": cannot be read: " + e.getMessage());
        }
    }
}
