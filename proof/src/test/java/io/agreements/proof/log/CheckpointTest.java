package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.merkle.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of C2SP tlog-checkpoint. */
    @Test
    void whatIsReadIsWrittenAgain() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

        assertThat(Checkpoint.parse(text))
                .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)));
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void extensionsAreKept() {
        String text = "o\n1\n" + ROOT + "\none\ntwo \n";

        assertThat(Checkpoint.parse(text).extensions()).isEqualTo(List.of("one", "two "));
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void aLogWithoutEntriesHasTheRootOfNothing() {
        assertThat(new Checkpoint("o", 0, Hash.OF_NOTHING).text())
                .isEqualTo("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new Checkpoint("o", 0, Hash.parse(ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n1 \n" + ROOT + "\n",
                "o\n١\n" + ROOT + "\n",
                "o\n0x1\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n0\n" + ROOT + "\n",
                "o\n1\n" + ROOT + " \n",
                "o\n1\nAAAA\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nx\n",
                "o\r\n1\r\n" + ROOT + "\r\n"
            })
    void nothingElseIsACheckpoint(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void nobodyMakesOneThatCannotBeRead() {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new Checkpoint("", 1, Hash.OF_NOTHING));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new Checkpoint("a\nb", 1, Hash.OF_NOTHING));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new Checkpoint("a", -1, Hash.OF_NOTHING));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new Checkpoint("a", 1, Hash.OF_NOTHING, List.of("")));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Checkpoint.parse("o\n1\n" + ROOT + "\n" + "x\n".repeat(40_000)));
    }
}
