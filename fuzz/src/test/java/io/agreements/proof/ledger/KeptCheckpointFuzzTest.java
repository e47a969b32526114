package io.agreements.proof.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Files with checkpoints that somebody has kept. */
final class KeptCheckpointFuzzTest {

    private static final Trial TRIAL = new Trial("files with checkpoints");

    @DictionaryEntries({
        "example.com/log\\x0A1\\x0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\\x0A\\x0A",
        "\\xE2\\x80\\x94 example.com/log AAAAAAAA\\x0A",
        "\\x0A\\x0A"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areTakenApartInOneWayOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            List<KeptCheckpoint> found;
            try {
                found = KeptCheckpoint.parse("file", new String(input, StandardCharsets.UTF_8));
            } catch (MalformedException e) {
                return false;
            }
            String again = found.stream().map(one -> one.note().toString()).collect(Collectors.joining("\n"));
            assertThat(KeptCheckpoint.parse("file", again)).isEqualTo(found);
            return !found.isEmpty();
        });
    }
}
