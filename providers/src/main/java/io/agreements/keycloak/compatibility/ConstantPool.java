package io.agreements.keycloak.compatibility;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The constants of a compiled class, and what of other classes they name. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final byte[] bytes;
    private final ByteBuffer buffer;

    /** Where each constant begins, at its tag; 0 for the second half of a wide one. */
    private final int[] starts;

    /** Reads the constants a class file begins with, and leaves the buffer behind them. */
    ConstantPool(byte[] bytes, ByteBuffer buffer) {
        this.bytes = bytes;
        this.buffer = buffer;
        starts = new int[Short.toUnsignedInt(buffer.getShort())];
        for (int index = 1; index < starts.length; index++) {
            starts[index] = buffer.position();
            int tag = buffer.get();
            skip(tag);
            if (tag == LONG || tag == DOUBLE) {
                index++;
            }
        }
    }

    private void skip(int tag) {
        int length = switch (tag) {
            case UTF8 -> Short.toUnsignedInt(buffer.getShort());
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
            case METHOD_HANDLE -> 3;
            case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalArgumentException("Not a class file: constant of kind " + tag);
        };
        buffer.position(buffer.position() + length);
    }

    String text(int index) {
        int start = starts[index];
        return new String(bytes, start + 3, Short.toUnsignedInt(buffer.getShort(start + 1)), StandardCharsets.UTF_8);
    }

    /** The internal name of the class at this index; of an array, the name Java gives it. */
    String className(int index) {
        return text(number(index, 1));
    }

    /** What is named of other classes: these themselves, their fields and their methods. */
    Set<Requirement> references() {
        Set<Requirement> all = new HashSet<>();
        for (int index = 1; index < starts.length; index++) {
            if (starts[index] != 0) {
                switch (buffer.get(starts[index])) {
                    case CLASS -> add(all, Requirement.Kind.TYPE, className(index), "");
                    case FIELD -> add(all, Requirement.Kind.FIELD, owner(index), member(index));
                    case METHOD, INTERFACE_METHOD -> add(all, Requirement.Kind.METHOD, owner(index), member(index));
                    default -> {}
                }
            }
        }
        return all;
    }

    private static void add(Set<Requirement> all, Requirement.Kind kind, String owner, String member) {
        if (!owner.startsWith("[")) {
            all.add(new Requirement(kind, owner, member));
        } else if (owner.endsWith(";")) {
            all.add(new Requirement(
                    Requirement.Kind.TYPE, owner.substring(owner.indexOf('L') + 1, owner.length() - 1), ""));
        }
    }

    private String owner(int index) {
        return className(number(index, 1));
    }

    private String member(int index) {
        int nameAndType = number(index, 3);
        return text(number(nameAndType, 1)) + ":" + text(number(nameAndType, 3));
    }

    private int number(int index, int offset) {
        return Short.toUnsignedInt(buffer.getShort(starts[index] + offset));
    }
}
