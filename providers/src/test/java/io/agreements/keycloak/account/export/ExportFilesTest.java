package io.agreements.keycloak.account.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ExportFiles files = new ExportFiles(stream, Instant.parse("2026-11-25T08:00:00Z"));

    @Test
    void whatIsWrittenComesOutAgainInOrder() throws IOException {
        files.text("README.txt", "您的数据");
        files.bytes("agreements/terms/1/en.md", new byte[] {1, 2, 3});
        files.json("profile.json", Map.of("id", "张三"));
        files.finish();

        Map<String, byte[]> entries = entries();
        assertThat(entries.keySet()).containsExactly("README.txt", "agreements/terms/1/en.md", "profile.json");
        assertThat(new String(entries.get("README.txt"), StandardCharsets.UTF_8))
                .isEqualTo("您的数据");
        assertThat(entries.get("agreements/terms/1/en.md")).containsExactly(1, 2, 3);
        assertThat(JSON.readTree(entries.get("profile.json")).path("id").asText())
                .isEqualTo("张三");
    }

    @Test
    void anArrayIsReadWhileItIsWritten() throws IOException {
        Pages<Integer> pages = new Pages<>(2, last -> {
            int first = last.isEmpty() ? 0 : last.get(1) + 1;
            return first < 4 ? List.of(first, first + 1) : List.of(first);
        });
        files.jsonArray("records.json", pages, Function.identity());
        files.jsonArray("none.json", List.<List<Integer>>of().iterator(), Function.identity());
        files.finish();

        assertThat(JSON.readTree(entries().get("records.json"))).hasToString("[0,1,2,3,4]");
        assertThat(JSON.readTree(entries().get("none.json"))).hasToString("[]");
    }

    @Test
    void whatIsLeftOutOfAnObjectIsNotWritten() throws IOException {
        files.json("grants.json", List.of(new Grant("shop", null, null, List.of("profile"), 1, 2)));
        files.finish();

        assertThat(JSON.readTree(entries().get("grants.json")))
                .hasToString("[{\"clientId\":\"shop\",\"scopes\":[\"profile\"],\"givenAt\":1,\"changedAt\":2}]");
    }

    @Test
    void whatIsBrokenOffCannotBeOpened(@TempDir Path directory) throws IOException {
        files.text("README.txt", "Your data");
        Iterator<List<Integer>> broken = new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Integer> next() {
                if (begun) {
                    throw new IllegalStateException("the database has gone");
                }
                begun = true;
                return List.of(1);
            }
        };
        assertThatThrownBy(() -> files.jsonArray("records.json", broken, Function.identity()))
                .hasMessage("the database has gone");

        Path archive = Files.write(directory.resolve("export.zip"), stream.toByteArray());
        assertThatThrownBy(() -> new ZipFile(archive.toFile()).close()).isInstanceOf(ZipException.class);
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(stream.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
