package io.agreements.keycloak.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/** Details as names and plain values. */
final class DetailFields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final TypeReference<TreeMap<String, Object>> PLAIN = new TypeReference<>() {};

    private DetailFields() {}

    static Map<String, Object> of(Details details) {
        return JSON.convertValue(details, PLAIN);
    }
}
