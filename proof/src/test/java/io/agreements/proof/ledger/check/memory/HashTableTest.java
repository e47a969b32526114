package io.agreements.proof.ledger.check.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.canonical.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HashTableTest {

    /** Eight bytes are few: who knew the hashes could look for two names that have the same one. */
    @Test
    void aHashIsNotKnownBeforehand() {
        long known = ByteBuffer.wrap(Sha256.of("name".getBytes(StandardCharsets.UTF_8)))
                .getLong();

        assertThat(HashTable.hash("name")).isEqualTo(HashTable.hash("name")).isNotEqualTo(known);
        assertThat(HashTable.hash("name")).isNotEqualTo(HashTable.hash("names"));
    }
}
