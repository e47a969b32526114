package io.agreements.keycloak.testing.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormParametersTest {
    @Test
    void whatIsEncodedIsDecodedToTheSame() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", "openid e-mail");
        parameters.put("state", "a&b=c+d");
        parameters.put("同意", "是");

        assertThat(FormParameters.decode(FormParameters.encode(parameters))).isEqualTo(parameters);
    }

    @Test
    void partsWithoutValueAreEmpty() {
        assertThat(FormParameters.decode("a&b=&c=1&"))
                .containsOnly(Map.entry("a", ""), Map.entry("b", ""), Map.entry("c", "1"));
    }
}
