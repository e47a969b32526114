package io.agreements.keycloak.compatibility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the product requires of the server: found in its compiled classes by the build, read again at start. */
public final class RequirementsFile {
    private static final String NAME = "META-INF/agreements-requirements.txt";

    private RequirementsFile() {}

    /**
     * Writes the file for the classes in a directory, beside them; the class path has the server's.
     *
     * @param arguments the directory, then the packages that come along in the jar, as the beginning of internal names
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        List<String> shaded = Arrays.asList(arguments).subList(1, arguments.length);
        Predicate<String> outside = name -> shaded.stream().noneMatch(name::startsWith);
        ClassFiles classes = new ClassFiles(RequirementsFile.class.getClassLoader(), outside);
        SortedSet<Requirement> all = find(directory, classes);
        all.removeIf(requirement -> !outside.test(requirement.owner()));
        List<String> missing = all.stream()
                .flatMap(requirement -> requirement.missing(classes))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not there even where the product is compiled: " + missing);
        }
        Files.write(
                directory.resolve(NAME), all.stream().map(Requirement::toString).toList());
    }

    /** What the classes in a directory require of the others. */
    static SortedSet<Requirement> find(Path directory, ClassFiles classes) throws IOException {
        SortedSet<Requirement> all = new TreeSet<>();
        for (ClassFile file : classesIn(directory)) {
            new ClassRequirements(file, classes).all().forEach(all::add);
        }
        return all;
    }

    static List<Requirement> read(ClassLoader loader) {
        InputStream in = loader.getResourceAsStream(NAME);
        if (in == null) {
            throw new IllegalStateException("The jar lacks " + NAME + ": it was not built as a whole");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(Requirement::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClassFile> classesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(RequirementsFile::read)
                    .toList();
        }
    }

    private static ClassFile read(Path file) {
        try {
            return new ClassFile(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
