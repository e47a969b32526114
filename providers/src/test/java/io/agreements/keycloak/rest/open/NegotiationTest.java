package io.agreements.keycloak.rest.open;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NegotiationTest {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE;
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType ANYTHING = MediaType.WILDCARD_TYPE;

    @Test
    void jsonIsForThoseWhoLikeItBest() {
        assertThat(Negotiation.prefersJson(() -> List.of(JSON))).isTrue();
        assertThat(Negotiation.prefersJson(() -> List.of(JSON, HTML, ANYTHING))).isTrue();
        assertThat(Negotiation.prefersJson(() -> List.of(new MediaType("image", "png"), JSON)))
                .isTrue();
    }

    @Test
    void everybodyElseGetsAPage() {
        assertThat(Negotiation.prefersJson(() -> List.of())).isFalse();
        assertThat(Negotiation.prefersJson(() -> List.of(ANYTHING))).isFalse();
        assertThat(Negotiation.prefersJson(() -> List.of(HTML, JSON))).isFalse();
        assertThat(Negotiation.prefersJson(() -> List.of(ANYTHING, JSON))).isFalse();
    }

    @Test
    void whoAsksForWhatIsNoMediaTypeGetsAPage() {
        assertThat(Negotiation.prefersJson(() -> {
                    throw new IllegalArgumentException("Failed to parse media type text");
                }))
                .isFalse();
    }
}
