package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CommitmentTest {

    private static final SortedMap<String, String> FIELDS = fields("name", "张三");

    @Test
    void itOpensToWhatItWasMadeTo() {
        assertThat(Commitment.to(FIELDS).opensTo(fields("name", "张三"))).isTrue();
    }

    @Test
    void itOpensToNothingElse() {
        Commitment commitment = Commitment.to(FIELDS);

        assertThat(commitment.opensTo(fields("name", "李四"))).isFalse();
        assertThat(commitment.opensTo(fields("nickname", "张三"))).isFalse();
        assertThat(commitment.opensTo(new TreeMap<>())).isFalse();
        assertThat(commitment.opensTo(new TreeMap<>(Map.of("name", "张三", "other", ""))))
                .isFalse();
    }

    @Test
    void charactersCannotMoveFromOneFieldToAnother() {
        assertThat(Commitment.to(fields("ab", "c")).opensTo(fields("a", "bc"))).isFalse();
    }

    @Test
    void noValueIsAnotherThanAnEmptyOne() {
        assertThat(Commitment.to(fields("name", null)).opensTo(fields("name", "")))
                .isFalse();
        assertThat(Commitment.to(fields("name", "")).opensTo(fields("name", null)))
                .isFalse();
        assertThat(Commitment.to(fields("name", null)).opensTo(fields("name", null)))
                .isTrue();
    }

    @Test
    void twoCommitmentsToTheSameHaveNothingInCommon() {
        Commitment one = Commitment.to(FIELDS);
        Commitment other = Commitment.to(FIELDS);

        assertThat(one.salt()).hasSize(32).isNotEqualTo(other.salt());
        assertThat(one.digest()).hasSize(64).isNotEqualTo(other.digest());
    }

    @Test
    void itOpensToNothingOnceTheSaltIsErased() {
        Commitment erased = new Commitment(null, Commitment.to(FIELDS).digest());

        assertThat(erased.opensTo(FIELDS)).isFalse();
    }

    @Test
    void itDoesNotOpenWithAnotherSalt() {
        Commitment salted = Commitment.to(FIELDS);

        assertThat(new Commitment(Commitment.to(FIELDS).salt(), salted.digest()).opensTo(FIELDS))
                .isFalse();
    }

    /** Computed by another implementation from the description of the record; evidence kept for years depends on it. */
    @Test
    void theFormNeverChanges() {
        Commitment old = new Commitment(
                "000102030405060708090a0b0c0d0e0f", "34332e71e73f47b8d618cccd084363208e20d2c38b807aa372c7df0a8536f5a6");

        assertThat(new Identity("张三", null).opens(old)).isTrue();
    }

    private static SortedMap<String, String> fields(String name, String value) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put(name, value);
        return fields;
    }
}
