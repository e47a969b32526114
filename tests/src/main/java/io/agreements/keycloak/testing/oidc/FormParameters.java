package io.agreements.keycloak.testing.oidc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as forms and addresses carry them. */
final class FormParameters {
    private FormParameters() {}

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> decode(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(form.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
            String[] nameAndValue = part.split("=", 2);
            parameters.put(decodePart(nameAndValue[0]), nameAndValue.length == 2 ? decodePart(nameAndValue[1]) : "");
        });
        return parameters;
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String decodePart(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
