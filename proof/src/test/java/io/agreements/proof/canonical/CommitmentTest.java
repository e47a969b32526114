package io.agreements.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommitmentTest {

    private static final Map<String, String> VALUES = Map.of("sessionId", "session", "username", "张三");

    private final Commitment commitment = Commitment.to(VALUES);

    @Test
    void itOpensToWhatItWasMadeTo() {
        assertThat(commitment.opensTo(VALUES)).isTrue();
    }

    @Test
    void itOpensToNothingElse() {
        assertThat(commitment.opensTo(Map.of("sessionId", "session", "username", "李四")))
                .isFalse();
        assertThat(commitment.opensTo(Map.of("username", "张三"))).isFalse();
        assertThat(commitment.opensTo(Map.of("sessionId", "张三", "username", "session")))
                .isFalse();
        assertThat(commitment.opensTo(Map.of("sessionId", "", "username", "张三")))
                .isFalse();
        assertThat(commitment.opensTo(Map.of())).isFalse();
    }

    @Test
    void twoCommitmentsToTheSameHaveNothingInCommon() {
        Commitment other = Commitment.to(VALUES);

        assertThat(commitment.salt()).hasSize(32).isNotEqualTo(other.salt());
        assertThat(commitment.digest()).hasSize(64).isNotEqualTo(other.digest());
    }

    @Test
    void itOpensToNothingOnceTheSaltIsErased() {
        assertThat(commitment.erased().opensTo(VALUES)).isFalse();
        assertThat(commitment.erased().digest()).isEqualTo(commitment.digest());
    }

    @Test
    void itDoesNotOpenWithAnotherSalt() {
        assertThat(new Commitment(Commitment.to(VALUES).salt(), commitment.digest()).opensTo(VALUES))
                .isFalse();
    }

    /** Computed by openssl as docs/ledger-format.md says; evidence kept for years depends on it. */
    @Test
    void theFormNeverChanges() {
        assertThat(new Commitment(
                                "000102030405060708090a0b0c0d0e0f",
                                "619fb6e4910833784d73cd760a05d76c7c114e6efce28a7c073b69c616c3b072")
                        .opensTo(Map.of("username", "张三")))
                .isTrue();
    }
}
