package io.agreements.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashTest {

    @Test
    void aTreeWithoutEntriesHasTheHashOfNothing() {
        assertThat(Hash.OF_NOTHING.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void anEntryAndANodeOfTheSameBytesDiffer() {
        Hash left = Hash.ofEntry(new byte[0]);
        byte[] both = Arrays.copyOf(left.bytes(), 2 * Hash.LENGTH);
        System.arraycopy(left.bytes(), 0, both, Hash.LENGTH, Hash.LENGTH);

        assertThat(left.hex()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.ofNode(left, left)).isNotEqualTo(Hash.ofEntry(both));
    }

    @Test
    void nobodyChangesAHashFromOutside() {
        byte[] bytes = new byte[Hash.LENGTH];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.LENGTH])).hasToString("00".repeat(Hash.LENGTH));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Hash.parse(Hash.OF_NOTHING.base64())).isEqualTo(Hash.OF_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA"
            })
    void whatOnlyResemblesAHashIsRefused(String base64) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(base64));
    }
}
