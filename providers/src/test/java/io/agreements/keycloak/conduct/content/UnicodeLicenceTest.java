package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The tables of characters come from Unicode's data, whose licence asks for its notice, to the letter. */
final class UnicodeLicenceTest {

    private static final String TITLE = "UNICODE LICENSE V3\n";

    /** SHA-256 of the 1,995 bytes that Unicode publishes as its license.txt. */
    private static final String PUBLISHED = "e7a93b009565cfce55919a381437ac4db883e9da2126fa28b91d12732bc53d96";

    @Test
    void theNoticeThatIsInTheJarIsTheOneThatIsPublished() throws IOException, NoSuchAlgorithmException {
        String notices;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/THIRD-PARTY.txt")) {
            notices = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String notice = notices.substring(notices.indexOf(TITLE));

        assertThat(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(notice.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(PUBLISHED);
    }
}
