package io.agreements.proof.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills values into a page: {@code {{name}}} gives way to a value, {@code {{#name}}…{{/name}}} stands where there is one,
 * once for each element of a list, and {@code {{^name}}…{{/name}}} where there is none.
 */
public final class PageTemplate {

    private static final Pattern TAG = Pattern.compile("\\{\\{([#^]?)([a-zA-Z]+)}}");

    private PageTemplate() {}

    /** @param values strings, or lists of strings by name; those of an element stand before those around it */
    public static String fill(String template, Map<String, ?> values) {
        StringBuilder page = new StringBuilder();
        int place = 0;
        Matcher tag = TAG.matcher(template);
        while (tag.find(place)) {
            page.append(template, place, tag.start());
            place = tag.end();
            Object value = values.get(tag.group(2));
            if (tag.group(1).isEmpty()) {
                page.append(escaped((String) value));
            } else {
                String end = "{{/" + tag.group(2) + "}}";
                int last = template.indexOf(end, place);
                page.append(section(
                        template.substring(place, last), value, tag.group(1).equals("#"), values));
                place = last + end.length();
            }
        }
        return page.append(template, place, template.length()).toString();
    }

    private static String section(String inner, Object value, boolean wanted, Map<String, ?> values) {
        if (wanted && value instanceof List<?> elements) {
            StringBuilder all = new StringBuilder();
            for (Object element : elements) {
                Map<String, Object> known = new HashMap<>(values);
                ((Map<?, ?>) element).forEach((name, field) -> known.put((String) name, field));
                all.append(fill(inner, known));
            }
            return all.toString();
        }
        boolean there =
                value instanceof List<?> elements ? !elements.isEmpty() : value != null && !((String) value).isEmpty();
        return there == wanted ? fill(inner, values) : "";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
