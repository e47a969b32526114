package io.agreements.keycloak.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which a new user fills in a form.
 *
 * @param html the page
 */
record RegistrationPage(String html) {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /** Where the form is sent. */
    String action() {
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("There is no form on the page of registration");
        }
        return form.group(1).replace("&amp;", "&");
    }

    /** What the form sends of its own. */
    Map<String, Object> hidden() {
        Map<String, Object> fields = new LinkedHashMap<>();
        HIDDEN.matcher(html).results().forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
        return fields;
    }
}
