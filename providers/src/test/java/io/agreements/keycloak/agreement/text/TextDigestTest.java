package io.agreements.keycloak.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextDigestTest {

    /** FIPS 180-4, example of one block. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** As sha256sum gives it for the bytes e5 8d 8f e8 ae ae. */
    private static final String OF_CHINESE = "ab2f31f30acf7fdaf2cabc1bc4d5df9ffcb1b3b25575727b1617c42ea2ae0a3a";

    @Test
    void itIsSha256InSmallHexadecimalDigits() {
        assertThat(TextDigest.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(OF_ABC);
        assertThat(TextDigest.of(new byte[0])).isEqualTo(OF_NOTHING);
    }

    @Test
    void aStringIsTakenInUtf8() {
        assertThat(TextDigest.of("协议")).isEqualTo(OF_CHINESE);
    }
}
