package io.agreements.keycloak.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The classes a class loader would load, as files, by their internal names. */
final class ClassFiles {
    private final ClassLoader loader;
    private final Predicate<String> wanted;
    private final Map<String, Optional<ClassFile>> read = new HashMap<>();
    private final Map<String, List<ClassFile>> families = new HashMap<>();

    ClassFiles(ClassLoader loader) {
        this(loader, name -> true);
    }

    /** @param wanted says by its name whether a class is looked at; the others count as not there */
    ClassFiles(ClassLoader loader, Predicate<String> wanted) {
        this.loader = loader;
        this.wanted = wanted;
    }

    Optional<ClassFile> find(String name) {
        Optional<ClassFile> known = read.get(name);
        if (known == null) {
            known = wanted.test(name) ? read(name) : Optional.empty();
            read.put(name, known);
        }
        return known;
    }

    /** The class and all its supertypes, as far as they are there. */
    Stream<ClassFile> withSupertypes(String name) {
        List<ClassFile> family = families.get(name);
        if (family == null) {
            Map<String, ClassFile> found = new LinkedHashMap<>();
            collect(name, found);
            family = List.copyOf(found.values());
            families.put(name, family);
        }
        return family.stream();
    }

    private void collect(String name, Map<String, ClassFile> found) {
        if (!found.containsKey(name)) {
            find(name).ifPresent(file -> {
                found.put(name, file);
                file.supertypes().forEach(supertype -> collect(supertype, found));
            });
        }
    }

    private Optional<ClassFile> read(String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(new ClassFile(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The class " + name + " cannot be read", e);
        }
    }
}
