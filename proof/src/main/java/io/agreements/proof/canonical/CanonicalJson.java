package io.agreements.proof.canonical;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON objects in the one way that RFC 8785 leaves to write them down. What is null is left out; numbers are integers that
 * every JSON reader keeps as they are.
 */
public final class CanonicalJson {

    /** The first integer that a double does not tell from its neighbour. */
    private static final long TOO_LARGE = 1L << 53;

    private static final char LAST_CONTROL = 0x1f;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * In UTF-8.
     *
     * @param fields by name: strings, booleans, integers, JSON objects that are written down already ({@link PlainJson}), or
     *     lists and maps of these
     * @throws IllegalArgumentException if there is anything else among them
     */
    public static byte[] of(Map<String, ?> fields) {
        CanonicalJson json = new CanonicalJson();
        json.write(fields);
        try {
            return new JsonCanonicalizer(json.text.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("what was written down before is not JSON: " + e.getMessage(), e);
        }
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> fields) {
            writeFields(fields);
        } else if (value instanceof List<?> elements) {
            writeElements(elements);
        } else if (value instanceof PlainJson json) {
            text.append(json.text());
        } else if (value instanceof String words) {
            writeWords(words);
        } else if (value instanceof Integer || value instanceof Long) {
            writeInteger(((Number) value).longValue());
        } else if (value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("neither words nor a number nor made of these: " + value);
        }
    }

    private void writeFields(Map<?, ?> fields) {
        text.append('{');
        String separator = "";
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getValue() != null) {
                text.append(separator);
                writeWords((String) field.getKey());
                text.append(':');
                write(field.getValue());
                separator = ",";
            }
        }
        text.append('}');
    }

    private void writeElements(List<?> elements) {
        text.append('[');
        String separator = "";
        for (Object element : elements) {
            text.append(separator);
            write(element);
            separator = ",";
        }
        text.append(']');
    }

    static boolean isNumber(long number) {
        return number > -TOO_LARGE && number < TOO_LARGE;
    }

    private void writeInteger(long number) {
        if (!isNumber(number)) {
            throw new IllegalArgumentException(number + " is not below 2^53");
        }
        text.append(number);
    }

    private void writeWords(String words) {
        text.append('"');
        for (int place = 0; place < words.length(); place++) {
            char character = words.charAt(place);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character <= LAST_CONTROL) {
                text.append(String.format("\\u%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }
}
