package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.file.AgreementYaml.VersionYaml;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads agreements out of files: {@code <realm>/<key>/agreement.yaml} and {@code <realm>/<key>/<number>/<locale>.md}; or
 * without the first level, where the files are of one realm, whatever its name.
 */
public final class AgreementDirectory {

    static final String SETTINGS = "agreement.yaml";
    static final String TEXT_SUFFIX = ".md";

    private static final String NUMBER_PATTERN = "[1-9][0-9]{0,5}";

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
        check(directory + ": the name of the directory is the key of the agreement: ", () -> Limits.requireKey(key));
        Path settings = directory.resolve(SETTINGS);
        if (!Files.isRegularFile(settings)) {
            throw new AgreementFileException(directory + ": " + SETTINGS + " is missing");
        }
        AgreementYaml yaml = AgreementYaml.read(settings);
        if (yaml.requirement() == null || yaml.bindingLocale() == null) {
            throw new AgreementFileException(settings + ": requirement and bindingLocale must be given");
        }
        List<VersionFile> versions = new ArrayList<>();
        List<Path> versionDirectories = subdirectories(directory);
        check(directory + ": ", () -> Limits.requireVersions(versionDirectories.size()));
        for (Path versionDirectory : versionDirectories) {
            versions.add(readVersion(versionDirectory, yaml));
        }
        versions.sort(Comparator.comparingInt(VersionFile::number));
        Set<Integer> numbers = versions.stream().map(VersionFile::number).collect(Collectors.toSet());
        for (Integer configured : yaml.versions().keySet()) {
            if (!numbers.contains(configured)) {
                throw new AgreementFileException(
                        settings + ": has settings for version " + configured + ", which has no directory");
            }
        }
        int position = yaml.position() == null ? 0 : yaml.position();
        Audience audience = audience(settings, yaml);
        check(
                settings + ": ",
                () -> new AgreementSettings(
                        key, yaml.requirement(), yaml.bindingLocale(), position, audience, yaml.reacceptAfterDays()));
        return new AgreementFile(
                key,
                yaml.requirement(),
                yaml.bindingLocale(),
                position,
                audience,
                yaml.reacceptAfterDays(),
                directory,
                versions);
    }

    private static Audience audience(Path settings, AgreementYaml yaml) throws AgreementFileException {
        try {
            return yaml.audience() == null
                    ? Audience.EVERYBODY
                    : yaml.audience().toAudience();
        } catch (IllegalArgumentException e) {
            throw new AgreementFileException(settings + ": audience: " + e.getMessage());
        }
    }

    private static VersionFile readVersion(Path directory, AgreementYaml agreement) throws AgreementFileException {
        String name = directory.getFileName().toString();
        if (!name.matches(NUMBER_PATTERN)) {
            throw new AgreementFileException(
                    directory + ": the name of the directory is the number of the version: 1, 2, 3 …");
        }
        int number = Integer.parseInt(name);
        VersionYaml settings = agreement.versions().getOrDefault(number, VersionYaml.DEFAULTS);
        boolean material = settings.material() == null || settings.material();
        AcceptanceMode acceptance = settings.acceptance() == null ? AcceptanceMode.EXPLICIT : settings.acceptance();
        boolean readToEnd = Boolean.TRUE.equals(settings.readToEnd());
        check(directory + ": ", () -> new VersionSettings(settings.label(), material, acceptance, readToEnd));
        List<TextFile> texts = readTexts(directory, agreement, settings);
        check(directory + ": ", () -> Limits.requireLanguages(texts.size()));
        boolean draft = Boolean.TRUE.equals(settings.draft());
        if (!draft && texts.stream().noneMatch(text -> text.locale().equals(agreement.bindingLocale()))) {
            throw new AgreementFileException(
                    directory + ": the binding text " + agreement.bindingLocale() + TEXT_SUFFIX + " is missing");
        }
        try {
            return new VersionFile(
                    number,
                    settings.label(),
                    material,
                    acceptance,
                    readToEnd,
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
            check(file + ": ", () -> Limits.requireLocale("the name of the file", locale));
            String title =
                    settings.titles().getOrDefault(locale, agreement.titles().get(locale));
            if (title == null) {
                throw new AgreementFileException(
                        file + ": " + SETTINGS + " has no title for the locale " + locale + " (titles:)");
            }
            String summary = settings.summaries().get(locale);
            byte[] content = readText(file);
            check(file + ": ", () -> NewText.requireWords(title, summary));
            check(file + ": ", () -> Limits.requireText(content));
            texts.add(new TextFile(locale, title, summary, content));
        }
        return texts;
    }

    private static void check(String where, Runnable rule) throws AgreementFileException {
        try {
            rule.run();
        } catch (IllegalArgumentException e) {
            throw new AgreementFileException(where + e.getMessage());
        }
    }

    private static byte[] readText(Path file) throws AgreementFileException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Limits.TEXT + 1);
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
