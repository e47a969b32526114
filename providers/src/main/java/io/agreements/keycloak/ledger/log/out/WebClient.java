package io.agreements.keycloak.ledger.log.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/** Sends by Keycloak's own client, as it is set up there. Waits for short answers, and not for long. */
final class WebClient {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int PATIENCE = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST = 64 * 1024;

    private static final RequestConfig BOUNDS = RequestConfig.custom()
            .setConnectTimeout(PATIENCE)
            .setConnectionRequestTimeout(PATIENCE)
            .setSocketTimeout(PATIENCE)
            .setRedirectsEnabled(false)
            .build();

    private final CloseableHttpClient client;
    private final Clock clock;

    WebClient(CloseableHttpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    record Answer(int status, String type, byte[] body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    Answer post(URI address, String body) throws IOException {
        return post(address, TEXT, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(URI address, String mediaType, byte[] body) throws IOException {
        HttpPost request = new HttpPost(address);
        request.setConfig(BOUNDS);
        request.setHeader("Content-Type", mediaType);
        request.setEntity(new ByteArrayEntity(body));
        try (CloseableHttpResponse response = client.execute(request)) {
            Header type = response.getFirstHeader("Content-Type");
            return new Answer(
                    response.getStatusLine().getStatusCode(),
                    type == null ? "" : type.getValue(),
                    read(response.getEntity()));
        }
    }

    private byte[] read(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        Instant end = clock.instant().plus(LONGEST);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream content = entity.getContent()) {
            byte[] part = new byte[4096];
            for (int length = content.read(part); length >= 0; length = content.read(part)) {
                read.write(part, 0, length);
                if (read.size() > MOST || clock.instant().isAfter(end)) {
                    throw new IOException("The answer is longer than " + MOST + " bytes, or takes too long");
                }
            }
        }
        return read.toByteArray();
    }
}
