package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "63, 999, 1, tile/63/999.p/1",
        "5, 1000, 255, tile/5/x001/000.p/255",
        "-1, 1000000, 112, tile/entries/x001/x000/000.p/112",
        "0, 9223372036854775807, 256, tile/0/x009/x223/x372/x036/x854/x775/807"
    })
    void pathsAreThoseOfTheFormat(int level, long index, int width, String path) {
        assertThat(new TilePath(level, index, width)).hasToString(path);
        assertThat(TilePath.parse(path)).isEqualTo(new TilePath(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/",
                "tile/0",
                "tile/0/",
                "/tile/0/000",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x00",
                "tile/0/x000/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/x001/x002",
                "tile/0/1x",
                "tile/0/-01",
                "tile/0/+01",
                "tile/0/٠٠١",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/Entries/000",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/1/",
                "tile/0/000.p/1.p/1",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/0/../000",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/99999999999999999999/000"
            })
    void nothingElseIsAPath(String path) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TilePath.parse(path));
    }

    @Test
    void pathsHaveABound() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> TilePath.parse("tile/0/" + "x000/".repeat(100_000) + "000"));
    }
}
