package io.agreements.proof.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields of a JSON object one below the other, as pages list them. */
public final class PlainFields {

    private PlainFields() {}

    /**
     * Each with {@code name} and {@code value}; those of objects and lists within have a name with dots.
     *
     * @param fields as a canonical form has them
     */
    public static List<Map<String, String>> of(Map<String, Object> fields) {
        List<Map<String, String>> all = new ArrayList<>();
        flatten("", fields, all);
        return all;
    }

    private static void flatten(String path, Object value, List<Map<String, String>> all) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> flatten(path.isEmpty() ? (String) name : path + "." + name, field, all));
        } else if (value instanceof List<?> elements) {
            for (int place = 0; place < elements.size(); place++) {
                flatten(path + "." + (place + 1), elements.get(place), all);
            }
        } else {
            all.add(Map.of("name", path, "value", value.toString()));
        }
    }
}
