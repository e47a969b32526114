import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of values that were read from JSON. */
final class Values {
    /** What Keycloak says instead of a secret. */
    private static final String MASKED = "**********";

    private Values() {}

    /** The value as an object: an empty one where it is none. */
    static Map<String, Object> object(Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> object.put(String.valueOf(name), part));
        }
        return object;
    }

    /** The objects in a list; none where the value is no list. */
    static List<Map<String, Object>> objects(Object value) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(part -> objects.add(object(part)));
        }
        return objects;
    }

    static Stream<String> texts(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.empty();
    }

    /** What a field says, in words; empty where there is none. */
    static String text(Map<String, Object> object, String field) {
        return Objects.toString(object.get(field), "");
    }

    static boolean isTrue(Map<String, Object> object, String field) {
        return Boolean.TRUE.equals(object.get(field));
    }

    static Optional<Map<String, Object>> named(List<Map<String, Object>> objects, String field, String name) {
        return objects.stream().filter(object -> text(object, field).equals(name)).findFirst();
    }

    /** Those of the fields that the object has, in the order of their names here. */
    static Map<String, Object> only(Map<String, Object> object, List<String> fields) {
        Map<String, Object> some = new LinkedHashMap<>();
        fields.stream().filter(field -> object.get(field) != null).forEach(field -> some.put(field, object.get(field)));
        return some;
    }

    /** Whether all that is wanted is there already; what else is there makes no difference. */
    static boolean covers(Object actual, Object wanted) {
        if (MASKED.equals(actual)) {
            return true;
        }
        if (wanted instanceof Map<?, ?> fields) {
            Map<String, Object> there = object(actual);
            return object(fields).entrySet().stream()
                    .allMatch(field -> covers(there.get(field.getKey()), field.getValue()));
        }
        if (wanted instanceof List<?> list && actual instanceof List<?> there) {
            return list.size() == there.size() && (hasAll(there, list) || new HashSet<>(there).equals(new HashSet<>(list)));
        }
        return Objects.equals(plain(actual), plain(wanted));
    }

    private static boolean hasAll(List<?> there, List<?> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!covers(there.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Keycloak answers with words where a number or truth was said, and the other way round. */
    private static String plain(Object value) {
        return value == null ? null : String.valueOf(value);
    }

    /** What is there, with the fields that are wanted in the place of its own, objects in it too. */
    static Map<String, Object> merged(Map<String, Object> actual, Map<String, Object> wanted) {
        Map<String, Object> merged = new LinkedHashMap<>(actual);
        wanted.forEach((field, value) -> merged.merge(
                field,
                value,
                (there, given) -> there instanceof Map && given instanceof Map
                        ? merged(object(there), object(given))
                        : given));
        return merged;
    }
}
