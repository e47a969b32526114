package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.MeantLanguages;
import io.agreements.keycloak.agreement.file.GivenSettings.GivenVersion;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.file.reading.Characters;
import io.agreements.keycloak.agreement.file.reading.DidYouMean;
import io.agreements.keycloak.agreement.file.reading.FileRemarks;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads agreements out of files: {@code <realm>/<key>/agreement.yaml} and {@code <realm>/<key>/<number>/<locale>.md}; or
 * without the first level, where the files are of one realm, whatever its name.
 */
public final class AgreementDirectory {

    static final String SETTINGS = "agreement.yaml";
    static final String TEXT_SUFFIX = ".md";
    static final String NUMBER_PATTERN = "[1-9][0-9]{0,5}";

    /** Bytes of the settings of one agreement: a thousand versions with long summaries in several languages. */
    private static final int MOST_SETTINGS = 16 * 1024 * 1024;

    private static final int MOST_OUTER_FOLDERS = 3;

    /** Of what was found where no agreement is. */
    private static final int MOST_NAMED = 20;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

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

    /** The agreements of that realm by key, none if there is no directory for it; each slip is told. */
    FilesRead read(String realmName, Remarks remarks) {
        return has(realmName)
                ? new Reading(remarks).all(realmDirectory(realmName).orElseThrow())
                : new FilesRead(List.of(), List.of(), null);
    }

    /** A realm's name comes from outside: it must not lead out of the root. */
    private Optional<Path> realmDirectory(String realmName) {
        if (ofOneRealm) {
            return Optional.of(root);
        }
        Path directory = root.resolve(realmName).normalize();
        return root.equals(directory.getParent()) ? Optional.of(directory) : Optional.empty();
    }

    private final class Reading {

        private final Remarks remarks;
        private final Set<String> leftAside = new LinkedHashSet<>();

        Reading(Remarks remarks) {
            this.remarks = remarks;
        }

        FilesRead all(Path top) {
            Path directory = withoutOuterFolders(top);
            if (Files.isRegularFile(directory.resolve(SETTINGS))) {
                of(directory.resolve(SETTINGS))
                        .error(
                                "stands where the agreements are. Put it with its versions into a directory whose name is"
                                        + " the key of the agreement");
            }
            List<AgreementFile> agreements = directories(directory).stream()
                    .map(this::agreement)
                    .flatMap(Optional::stream)
                    .toList();
            filesOf(directory).stream()
                    .filter(file -> !name(file).equals(SETTINGS))
                    .forEach(this::leaveAside);
            return new FilesRead(agreements, List.copyOf(leftAside), agreements.isEmpty() ? nothing(directory) : null);
        }

        private String nothing(Path directory) {
            String place = path(directory);
            List<String> found = entries(directory).stream()
                    .map(entry -> name(entry) + (Files.isDirectory(entry) ? "/" : ""))
                    .toList();
            int more = found.size() - MOST_NAMED;
            String names = found.isEmpty()
                    ? "nothing"
                    : found.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                            + (more > 0 ? " and " + more + " more" : "");
            String where = place.isEmpty() ? "" : " in " + place + "/";
            return "There is no agreement" + where + ". Looked for was <key>/" + SETTINGS
                    + ", with texts such as <key>/1/en" + TEXT_SUFFIX + "; found was " + names
                    + textsAlone(found);
        }

        /** Who has texts and no more is told what is missing. */
        private static String textsAlone(List<String> found) {
            boolean texts =
                    found.stream().anyMatch(name -> name.endsWith(TEXT_SUFFIX) && !SetAside.isAboutOthers(name));
            return texts
                    ? ". A text stands in the directory of its version, and that in the directory of its agreement"
                    : "";
        }

        /** Who packs a directory often packs it as one folder, which holds all. */
        private Path withoutOuterFolders(Path top) {
            Path directory = top;
            for (int level = 0; level < MOST_OUTER_FOLDERS; level++) {
                List<Path> inside = directories(directory);
                if (Files.isRegularFile(directory.resolve(SETTINGS)) || inside.size() != 1 || !isOuter(inside.get(0))) {
                    return directory;
                }
                filesOf(directory).forEach(this::leaveAside);
                directory = inside.get(0);
                of(directory).note("is an outer folder: what is in it is taken as if it were not there");
            }
            return directory;
        }

        /** Not an agreement, but what holds some, at once or one level further down. */
        private boolean isOuter(Path folder) {
            return !Files.isRegularFile(folder.resolve(SETTINGS))
                    && entries(folder).stream()
                            .filter(Files::isDirectory)
                            .anyMatch(inside -> Files.isRegularFile(inside.resolve(SETTINGS))
                                    || entries(inside).stream()
                                            .anyMatch(further -> Files.isRegularFile(further.resolve(SETTINGS))));
        }

        private Optional<AgreementFile> agreement(Path directory) {
            String key = name(directory);
            int before = remarks.errorCount();
            if (!of(directory).check(0, () -> requireKey(key))) {
                return Optional.empty();
            }
            Path file = directory.resolve(SETTINGS);
            if (!Files.isRegularFile(file)) {
                of(directory).error(SETTINGS + " is missing" + nearlySettings(directory));
                return Optional.empty();
            }
            FileRemarks ofSettings = of(file);
            GivenSettings given = bytes(file, MOST_SETTINGS, ofSettings)
                    .map(bytes -> SettingsReader.read(bytes, ofSettings))
                    .orElseGet(GivenSettings::unread);
            filesOf(directory).stream()
                    .filter(other -> !name(other).equals(SETTINGS))
                    .forEach(this::leaveAside);
            List<Path> directories = directories(directory);
            of(directory).check(0, () -> Limits.requireVersions(directories.size()));
            List<VersionFile> versions = directories.stream()
                    .map(version -> version(version, given))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(VersionFile::number))
                    .toList();
            requireDirectories(given, versions, directories, ofSettings);
            return Optional.of(new AgreementFile(
                    key,
                    remarks.errorCount() == before ? settings(key, given) : null,
                    given.audienceLine(),
                    path(directory),
                    versions));
        }

        private static void requireKey(String key) {
            try {
                Limits.requireKey(key);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the name of the directory is the key of the agreement: " + e.getMessage(), e);
            }
        }

        private static AgreementSettings settings(String key, GivenSettings given) {
            return new AgreementSettings(
                    key,
                    given.requirement(),
                    given.bindingLocale(),
                    given.position(),
                    given.audience(),
                    given.reacceptAfterDays());
        }

        private String nearlySettings(Path directory) {
            return filesOf(directory).stream()
                    .map(AgreementDirectory::name)
                    .filter(name -> name.matches("(?i)agreement\\.ya?ml(\\.txt)?")
                            || DidYouMean.closest(name, Set.of(SETTINGS)).isPresent())
                    .findFirst()
                    .map(name -> ". Rename " + name + " if that is it")
                    .orElse("");
        }

        private static void requireDirectories(
                GivenSettings given, List<VersionFile> versions, List<Path> directories, FileRemarks ofSettings) {
            Set<Integer> numbers = versions.stream().map(VersionFile::number).collect(Collectors.toSet());
            directories.stream()
                    .map(directory -> DIGITS.matcher(name(directory)))
                    .filter(Matcher::find)
                    .forEach(number -> numbers.add(Integer.valueOf(number.group())));
            given.versions().forEach((number, settings) -> {
                if (!numbers.contains(number)) {
                    ofSettings.error(
                            settings.line(), "has settings for version " + number + ", which has no directory");
                }
            });
        }

        private Optional<VersionFile> version(Path directory, GivenSettings given) {
            if (!name(directory).matches(NUMBER_PATTERN)) {
                of(directory).error("the name of the directory is the number of the version: 1, 2, 3 …");
                return Optional.empty();
            }
            int number = Integer.parseInt(name(directory));
            GivenVersion version = given.version(number);
            Set<String> refused = new LinkedHashSet<>();
            List<TextFile> texts = texts(directory, given, version, refused);
            of(directory).check(0, () -> Limits.requireLanguages(texts.size()));
            requireBinding(directory, given, version, refused);
            return Optional.of(new VersionFile(
                    number,
                    path(directory),
                    version.line(),
                    new VersionSettings(
                            version.label(),
                            version.material(),
                            version.acceptance(),
                            version.readToEnd(),
                            version.articlesDiffer()),
                    version.draft(),
                    version.publishedAt(),
                    version.effectiveAt(),
                    version.enforcedAt(),
                    version.retractedAt(),
                    texts,
                    Set.copyOf(refused)));
        }

        /** Of a text that was refused under another name its author has heard enough. */
        private void requireBinding(Path directory, GivenSettings given, GivenVersion version, Set<String> refused) {
            String binding = given.bindingLocale();
            if (binding != null
                    && !version.draft()
                    && !given.isDoubtful("versions")
                    && !Files.isRegularFile(directory.resolve(binding + TEXT_SUFFIX))
                    && refused.stream().noneMatch(name -> VersionFile.isMeant(name, binding))) {
                of(directory)
                        .error("the binding text " + binding + TEXT_SUFFIX + " is missing"
                                + nearly(directory, binding));
            }
        }

        private String nearly(Path directory, String binding) {
            return filesOf(directory).stream()
                    .map(AgreementDirectory::name)
                    .filter(name -> SetAside.isNearlyAText(name)
                            && VersionFile.isMeant(name.substring(0, name.indexOf('.')), binding))
                    .findFirst()
                    .map(name -> ". Rename " + name + " if that is it")
                    .orElse("");
        }

        private List<TextFile> texts(Path directory, GivenSettings given, GivenVersion version, Set<String> refused) {
            directories(directory).forEach(this::leaveAside);
            List<TextFile> texts = new ArrayList<>();
            for (Path file : filesOf(directory)) {
                String name = name(file);
                if (!name.endsWith(TEXT_SUFFIX) || SetAside.isAboutOthers(name)) {
                    leaveAside(file);
                    SetAside.warnIfNearlyAText(path(file), name, remarks);
                    continue;
                }
                String locale = name.substring(0, name.length() - TEXT_SUFFIX.length());
                FileRemarks ofText = of(file);
                boolean isTag = ofText.check(0, () -> Limits.requireLocale("the name of the file", locale));
                MeantLanguages.doubt(locale).ifPresent(doubt -> ofText.warning(0, doubt));
                Optional<byte[]> content = bytes(file, Limits.TEXT, ofText);
                boolean isText = content.isPresent() && isText(content.get(), ofText);
                String title =
                        version.titles().getOrDefault(locale, given.titles().get(locale));
                if (isTag && title == null && !given.isDoubtful("titles") && !given.isDoubtful("versions")) {
                    ofText.error(SETTINGS + " has no title for the locale " + locale + " (titles:)");
                }
                if (isTag && isText) {
                    texts.add(new TextFile(
                            locale, path(file), title, version.summaries().get(locale), content.get()));
                } else {
                    refused.add(locale);
                }
            }
            return texts;
        }

        private boolean isText(byte[] content, FileRemarks ofText) {
            return Characters.of(content, ofText)
                    .filter(text -> ofText.check(0, () -> Limits.requireText(content)))
                    .isPresent();
        }

        private Optional<byte[]> bytes(Path file, int most, FileRemarks ofFile) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(most + 1);
                if (bytes.length > most) {
                    ofFile.error("has more than " + most + " bytes");
                    return Optional.empty();
                }
                return Optional.of(bytes);
            } catch (IOException e) {
                ofFile.error("cannot be read: " + e.getMessage());
                return Optional.empty();
            }
        }

        private List<Path> directories(Path directory) {
            List<Path> directories =
                    entries(directory).stream().filter(Files::isDirectory).toList();
            directories.stream()
                    .filter(path -> SetAside.isNeverMeant(name(path)))
                    .forEach(this::leaveAside);
            return directories.stream()
                    .filter(path -> !SetAside.isNeverMeant(name(path)))
                    .toList();
        }

        /** Those that are meant. */
        private List<Path> filesOf(Path directory) {
            List<Path> files = entries(directory).stream()
                    .filter(path -> !Files.isDirectory(path))
                    .toList();
            files.stream().filter(path -> SetAside.isNeverMeant(name(path))).forEach(this::leaveAside);
            return files.stream()
                    .filter(path -> !SetAside.isNeverMeant(name(path)))
                    .toList();
        }

        private void leaveAside(Path path) {
            leftAside.add(path(path) + (Files.isDirectory(path) ? "/" : ""));
        }

        private List<Path> entries(Path directory) {
            try (Stream<Path> entries = Files.list(directory)) {
                return entries.sorted().toList();
            } catch (IOException e) {
                of(directory).error("cannot be read: " + e.getMessage());
                return List.of();
            }
        }

        private FileRemarks of(Path path) {
            return remarks.of(path(path));
        }
    }

    private String path(Path path) {
        return root.relativize(path).toString().replace('\\', '/').replaceAll("/$", "");
    }

    /** In an archive a directory's name ends with a slash. */
    private static String name(Path path) {
        return path.getFileName().toString().replaceAll("/$", "");
    }
}
