package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.keycloak.services.util.ObjectMapperResolver;

/** Reads bodies as the server does, without the answer it makes of what cannot be read. */
public final class BodyReader {

    private BodyReader() {}

    /** Null where JSON's null was sent. */
    public static <T> T read(byte[] body, Class<T> type) throws IOException {
        try (JsonParser parser = ObjectMapperResolver.createStreamSerializer().createParser(body)) {
            return type.cast(SentJson.read(parser, type));
        } catch (JsonProcessingException e) {
            assertThat(SentFault.words(e)).isNotBlank().hasSizeLessThan(1000);
            throw e;
        }
    }
}
