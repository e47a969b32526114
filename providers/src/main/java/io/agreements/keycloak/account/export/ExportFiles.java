package io.agreements.keycloak.account.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of an export, written into a ZIP one after the other. Only {@link #finish} makes it whole: what is broken off
 * before is no ZIP that could be opened.
 */
final class ExportFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.CLOSE_CLOSEABLE)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final ZipOutputStream zip;
    private final Instant writtenAt;

    /** Never closed: that would make a whole ZIP of what was broken off. The server closes what is below. */
    ExportFiles(OutputStream stream, Instant writtenAt) {
        this.zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        this.writtenAt = writtenAt;
    }

    void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] content) throws IOException {
        open(name);
        zip.write(content);
        zip.closeEntry();
    }

    void json(String name, Object content) throws IOException {
        open(name);
        JSON.writeValue(zip, content);
        zip.closeEntry();
    }

    /** An array whose parts are read while it is written. */
    <T> void jsonArray(String name, Iterator<List<T>> parts, Function<? super T, ?> form) throws IOException {
        open(name);
        JsonGenerator array = JSON.createGenerator(zip);
        array.writeStartArray();
        while (parts.hasNext()) {
            for (T element : parts.next()) {
                JSON.writeValue(array, form.apply(element));
            }
            array.flush();
        }
        array.writeEndArray();
        array.flush();
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(writtenAt.toEpochMilli());
        zip.putNextEntry(entry);
    }
}
