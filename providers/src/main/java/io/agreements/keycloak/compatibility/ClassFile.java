package io.agreements.keycloak.compatibility;

import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A compiled class as its file describes it. Nothing is loaded, so that nothing can fail to link. */
final class ClassFile {
    private static final int MAGIC_AND_VERSION = 8;

    private final ConstantPool constants;
    private final ByteBuffer buffer;
    private final int modifiers;
    private final String name;
    private final List<String> supertypes = new ArrayList<>();
    private final Map<String, Integer> fields;
    private final Map<String, Integer> methods;

    ClassFile(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes).position(MAGIC_AND_VERSION);
        constants = new ConstantPool(bytes, buffer);
        modifiers = number();
        name = constants.className(number());
        int superclass = number();
        if (superclass != 0) {
            supertypes.add(constants.className(superclass));
        }
        for (int count = number(); count > 0; count--) {
            supertypes.add(constants.className(number()));
        }
        fields = members();
        methods = members();
    }

    String name() {
        return name;
    }

    boolean isAbstract() {
        return Modifier.isAbstract(modifiers);
    }

    /** The superclass, if there is one, and the interfaces. */
    List<String> supertypes() {
        return supertypes;
    }

    /** Whether a field, as name and descriptor, is declared here for others to use. */
    boolean offersField(String field) {
        return isOpen(fields.get(field));
    }

    /** Whether a method, as name and descriptor, is declared here for others to call or override. */
    boolean offersMethod(String method) {
        return isOpen(methods.get(method));
    }

    /** Whether a method has a body here. */
    boolean implementsMethod(String method) {
        Integer found = methods.get(method);
        return isOpen(found) && !Modifier.isAbstract(found) && !Modifier.isStatic(found);
    }

    Stream<String> abstractMethods() {
        return methods.keySet().stream().filter(method -> Modifier.isAbstract(methods.get(method)));
    }

    /** The methods declared here that may override others. */
    Stream<String> overridingMethods() {
        return methods.keySet().stream()
                .filter(method -> isOpen(methods.get(method)) && !Modifier.isStatic(methods.get(method)))
                .filter(method -> !method.startsWith("<"));
    }

    /** What is named of other classes. */
    Set<Requirement> references() {
        return constants.references();
    }

    private static boolean isOpen(Integer found) {
        return found != null && (Modifier.isPublic(found) || Modifier.isProtected(found));
    }

    private Map<String, Integer> members() {
        Map<String, Integer> members = new HashMap<>();
        for (int count = number(); count > 0; count--) {
            int memberModifiers = number();
            members.put(constants.text(number()) + ":" + constants.text(number()), memberModifiers);
            for (int attributes = number(); attributes > 0; attributes--) {
                number();
                int length = buffer.getInt();
                buffer.position(buffer.position() + length);
            }
        }
        return members;
    }

    private int number() {
        return Short.toUnsignedInt(buffer.getShort());
    }
}
