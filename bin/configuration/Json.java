import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** JSON as objects of Java: maps that keep their order, lists, strings, numbers as they were written, truth and null. */
final class Json {
    private static final int DEEPEST = 100;

    private final String text;
    private int position;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a text that is one value.
     *
     * @throws IllegalArgumentException with the line of what is not JSON
     */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.position < text.length()) {
            throw json.malformed();
        }
        return value;
    }

    private Object value() {
        skipSpace();
        if (++depth > DEEPEST) {
            throw malformed();
        }
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> list();
                    case '"' -> string();
                    default -> word();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        position++;
        skipSpace();
        while (peek() != '}') {
            skipSpace();
            if (peek() != '"') {
                throw malformed();
            }
            String name = string();
            skipSpace();
            expect(':');
            object.put(name, value());
            separate('}');
        }
        position++;
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        position++;
        skipSpace();
        while (peek() != ']') {
            list.add(value());
            separate(']');
        }
        position++;
        return list;
    }

    private void separate(char end) {
        skipSpace();
        if (peek() != end) {
            expect(',');
            skipSpace();
            if (peek() == end) {
                throw malformed();
            }
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        position++;
        while (peek() != '"') {
            char c = text.charAt(position++);
            string.append(c == '\\' ? escaped() : c);
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> c;
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        if (position + 4 > text.length()) {
            throw malformed();
        }
        try {
            char c = (char) Integer.parseInt(text, position, position + 4, 16);
            position += 4;
            return c;
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private Object word() {
        int begin = position;
        while (position < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(begin, position);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> {
                if (!word.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
                    throw malformed();
                }
                yield new Plain(word);
            }
        };
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw malformed();
        }
        return text.charAt(position);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed();
        }
        position++;
    }

    private IllegalArgumentException malformed() {
        long line = text.substring(0, Math.min(position, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new IllegalArgumentException("line " + line + " is not JSON");
    }

    /** A number, as it was written. */
    record Plain(String digits) {
        @Override
        public String toString() {
            return digits;
        }
    }

    /** Writes a value with two spaces for each level, and an end of line at its end. */
    static String write(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, "\n", text);
        return text.append('\n').toString();
    }

    private static void write(Object value, String line, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
            write('{', '}', entries, line, text, entry -> {
                quote(String.valueOf(entry.getKey()), text);
                text.append(": ");
                write(entry.getValue(), line + "  ", text);
            });
        } else if (value instanceof List<?> list) {
            write('[', ']', list.iterator(), line, text, entry -> write(entry, line + "  ", text));
        } else if (value instanceof String string) {
            quote(string, text);
        } else {
            text.append(value);
        }
    }

    private static <T> void write(
            char begin,
            char end,
            Iterator<T> entries,
            String line,
            StringBuilder text,
            Consumer<T> writer) {
        text.append(begin);
        boolean any = entries.hasNext();
        while (entries.hasNext()) {
            text.append(line).append("  ");
            writer.accept(entries.next());
            text.append(entries.hasNext() ? "," : "");
        }
        text.append(any ? line : "").append(end);
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (char c : string.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
