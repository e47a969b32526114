package io.agreements.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agreements.proof.MalformedException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifierKeyTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        for (KeyType type : KeyType.values()) {
            VerifierKey key = TestKeys.signer("example.com/日志", type, 7).key();

            assertThat(VerifierKey.parse(key.toString())).isEqualTo(key).hasSameHashCodeAs(key);
            assertThat(VerifierKey.parse(key.toString()).type()).isEqualTo(type);
            assertThat(VerifierKey.parse(key.toString()).publicKey()).isEqualTo(key.publicKey());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n"
            })
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void onlyEd25519IsTaken() throws NoSuchAlgorithmException {
        KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> VerifierKey.of("example.com/foo", KeyType.NOTE, other.getPublic()));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PrivateKeySigner(
                                TestKeys.signer("example.com/foo", KeyType.NOTE, 1)
                                        .key(),
                                other.getPrivate())
                        .sign(new byte[0]));
    }

    @Test
    void aSignerDoesNotTellItsKey() {
        assertThat(TestKeys.signer("example.com/foo", KeyType.NOTE, 1))
                .hasToString("signer with "
                        + TestKeys.signer("example.com/foo", KeyType.NOTE, 1).key());
    }
}
