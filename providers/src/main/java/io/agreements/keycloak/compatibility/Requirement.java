package io.agreements.keycloak.compatibility;

import java.util.stream.Stream;

/**
 * Something without which a part of the product would not run, or would not be heard of. Written as one line.
 *
 * @param owner internal name of the class
 * @param member name and descriptor, divided by a colon; empty where the class itself is meant
 */
record Requirement(Kind kind, String owner, String member) implements Comparable<Requirement> {

    /** The product's own classes; all others but Java's are the server's. */
    private static final String OWN = "io/agreements/keycloak/";

    enum Kind {
        /** The class is there. */
        TYPE,
        /** It has the field, or inherits it. */
        FIELD,
        /** It has the method, or inherits it. */
        METHOD,
        /** The product's class overrides a method with this one: under another name nobody would call it. */
        OVERRIDE,
        /** The product's class leaves no method open that its supertypes want. */
        COMPLETE
    }

    static Requirement parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Requirement(Kind.valueOf(parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
    }

    static boolean isOfServer(String name) {
        return !name.startsWith(OWN) && !name.startsWith("java/");
    }

    /** What is missing, in words; nothing if all is there. */
    Stream<String> missing(ClassFiles classes) {
        return switch (kind) {
            case TYPE -> when(classes.find(owner).isEmpty(), "class " + javaName(owner));
            case FIELD ->
                when(
                        classes.withSupertypes(owner).noneMatch(type -> type.offersField(member)),
                        "field " + javaMember());
            case METHOD ->
                when(
                        classes.withSupertypes(owner).noneMatch(type -> type.offersMethod(member)),
                        "method " + javaMember());
            case OVERRIDE -> when(!overrides(classes), "method overridden by " + javaMember());
            case COMPLETE -> open(classes).map(method -> "implementation of " + method + " in " + javaName(owner));
        };
    }

    /** Whether a supertype of the server's declares the method. */
    boolean overrides(ClassFiles classes) {
        return classes.withSupertypes(owner)
                .filter(type -> isOfServer(type.name()))
                .anyMatch(type -> type.offersMethod(member));
    }

    private Stream<String> open(ClassFiles classes) {
        return classes.withSupertypes(owner)
                .filter(type -> isOfServer(type.name()))
                .flatMap(type -> type.abstractMethods()
                        .filter(method -> classes.withSupertypes(owner).noneMatch(any -> any.implementsMethod(method)))
                        .map(method -> javaName(type.name()) + "." + method.replace(":", "")));
    }

    private static Stream<String> when(boolean condition, String text) {
        return condition ? Stream.of(text) : Stream.empty();
    }

    private String javaMember() {
        int colon = member.indexOf(':');
        boolean method = member.charAt(colon + 1) == '(';
        return javaName(owner) + "." + (method ? member.replace(":", "") : member.substring(0, colon));
    }

    private static String javaName(String internal) {
        return internal.replace('/', '.');
    }

    @Override
    public int compareTo(Requirement other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + owner + (member.isEmpty() ? "" : " " + member);
    }
}
