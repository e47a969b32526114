package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.merkle.Hash;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TileTest {

    private static final Entry ENTRY = Entry.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });
    private static final TilePath TWO = new TilePath(0, 0, 2);
    private static final TilePath TWO_ENTRIES = new TilePath(TilePath.ENTRIES, 0, 2);

    @Test
    void aTileIsItsHashesOneAfterTheOther() {
        Tile tile = new Tile(TWO, List.of(Hash.OF_NOTHING, ENTRY.leaf()));
        byte[] bytes = tile.bytes();

        assertThat(bytes)
                .hasSize(64)
                .startsWith(Hash.OF_NOTHING.bytes())
                .endsWith(ENTRY.leaf().bytes());
        assertThat(Tile.parse(TWO, bytes)).isEqualTo(tile);
        assertThat(Tile.parse(new TilePath(0, 0, 1), bytes).hashes()).containsExactly(Hash.OF_NOTHING);
    }

    @Test
    void aBundleHasTheLengthBeforeEachEntry() {
        EntryBundle bundle = new EntryBundle(TWO_ENTRIES, List.of(ENTRY, ENTRY));
        byte[] bytes = bundle.bytes();

        assertThat(bytes).hasSize(68).startsWith(0, 32, 1, 2, 3);
        assertThat(Arrays.copyOfRange(bytes, 34, 68)).isEqualTo(Arrays.copyOf(bytes, 34));
        assertThat(EntryBundle.parse(TWO_ENTRIES, bytes)).isEqualTo(bundle);
        assertThat(EntryBundle.parse(new TilePath(TilePath.ENTRIES, 0, 1), bytes)
                        .entries())
                .containsExactly(ENTRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 32 * 257})
    void whatHasNotTheLengthIsNoTile(int length) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Tile.parse(TWO, new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 34, 64, 67, 68, 34 * 257})
    void whatHasNotTheLengthIsNoBundle(int length) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> EntryBundle.parse(TWO_ENTRIES, new byte[length]));
    }

    @Test
    void pathAndContentBelongTogether() {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new Tile(TWO, List.of()));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new Tile(TWO_ENTRIES, List.of(Hash.OF_NOTHING, Hash.OF_NOTHING)));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new EntryBundle(TWO_ENTRIES, List.of(ENTRY)));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new EntryBundle(TWO, List.of(ENTRY, ENTRY)));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Entry.of(new byte[31]));
    }
}
