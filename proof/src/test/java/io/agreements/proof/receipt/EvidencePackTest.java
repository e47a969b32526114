package io.agreements.proof.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvidencePackTest {

    private static final Receipt GOOD = Receipt.parse(SampleReceipts.good());

    @Test
    void itHoldsEachReceiptAsItIs() throws IOException {
        byte[] pack = pack("7c1f", "8d20");

        assertThat(EvidencePack.isPack(pack)).isTrue();
        assertThat(EvidencePack.isPack(SampleReceipts.good())).isFalse();
        assertThat(read(pack)).containsOnlyKeys("7c1f", "8d20").containsEntry("7c1f", SampleReceipts.good());
    }

    @Test
    void oneThatIsNotWholeOrHasSomethingElseIsRefused() throws IOException {
        byte[] pack = pack("7c1f");
        byte[] otherReadme = pack.clone();
        otherReadme[60] ^= 1;

        for (byte[] spoilt : new byte[][] {
            Arrays.copyOf(pack, pack.length - 1),
            Arrays.copyOf(pack, pack.length + 1),
            otherReadme,
            SampleReceipts.packed(Map.of("README.txt", SampleReceipts.bytes("hello")))
        }) {
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(spoilt));
        }
    }

    static byte[] pack(String... recordIds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EvidencePack.Writer writer = new EvidencePack.Writer(bytes);
        for (String recordId : recordIds) {
            writer.add(recordId, GOOD);
        }
        writer.finish();
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] pack) throws IOException {
        Map<String, byte[]> receipts = new LinkedHashMap<>();
        EvidencePack.read(new ByteArrayInputStream(pack), receipts::put);
        return receipts;
    }
}
