package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.util.Arrays;

/** Paths of tiles, as anybody asks for them, and what a store may answer with. */
final class TilePathFuzzTest {

    private static final Trial TRIAL = new Trial("paths of tiles");

    @DictionaryEntries({"tile/", "entries/", "0/", "x001/", "000", ".p/", "255", "\\x0A====\\x0A", "\\x00\\x20"})
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        Parts parts = new Parts(input);
        TRIAL.run(input, () -> {
            try {
                TilePath path = TilePath.parse(parts.text(0));
                assertThat(path).hasToString(parts.text(0));
                byte[] content = parts.all().get(parts.all().size() - 1);
                assertThat(
                                path.isOfEntries()
                                        ? EntryBundle.parse(path, content).bytes()
                                        : Tile.parse(path, content).bytes())
                        .isEqualTo(Arrays.copyOf(content, path.width() * (path.isOfEntries() ? 34 : 32)));
                return true;
            } catch (MalformedException e) {
                return false;
            }
        });
    }
}
