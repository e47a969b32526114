package io.agreements.keycloak.compatibility;

import io.agreements.keycloak.compatibility.Requirement.Kind;
import java.util.stream.Stream;

/** What one class of the product requires of the server. */
final class ClassRequirements {
    private final ClassFile file;
    private final ClassFiles classes;

    ClassRequirements(ClassFile file, ClassFiles classes) {
        this.file = file;
        this.classes = classes;
    }

    Stream<Requirement> all() {
        return Stream.concat(
                file.references().stream().filter(reference -> Requirement.isOfServer(reference.owner())),
                extendsServer() ? Stream.concat(overrides(), completeness()) : Stream.empty());
    }

    private boolean extendsServer() {
        return classes.withSupertypes(file.name()).anyMatch(type -> Requirement.isOfServer(type.name()));
    }

    private Stream<Requirement> overrides() {
        return file.overridingMethods()
                .map(method -> new Requirement(Kind.OVERRIDE, file.name(), method))
                .filter(requirement -> requirement.overrides(classes));
    }

    private Stream<Requirement> completeness() {
        return file.isAbstract() ? Stream.empty() : Stream.of(new Requirement(Kind.COMPLETE, file.name(), ""));
    }
}
