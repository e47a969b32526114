package io.agreements.proof.cli.picture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium without windows. It runs no script of the pages it draws. */
public final class Browser implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration END = Duration.ofSeconds(10);

    /** In pixels of style sheets: a browser draws no picture of any length. */
    private static final int LONGEST = 6000;

    private static final Pattern SIZE = Pattern.compile("\"cssContentSize\":\\{[^}]*\"height\":(?<height>[0-9.]+)");
    private static final Pattern PICTURE = Pattern.compile("\"data\":\"(?<data>[A-Za-z0-9+/=]+)\"");
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(?<address>[^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"Browser\":\\s*\"(?<name>[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private final DevTools tools;

    /**
     * @param program which Chromium
     * @param directory of its own
     */
    public Browser(String program, Path directory) throws IOException {
        Path profile = directory.resolve("profile");
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--hide-scrollbars",
                "--disable-gpu",
                "--disable-dev-shm-usage"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("browser.log").toFile())
                .start();
        try {
            this.address = "http://127.0.0.1:" + port(profile.resolve("DevToolsActivePort"));
            String page = found(SOCKET, "address", ask("PUT", "/json/new?about:blank"));
            this.tools = new DevTools(client, URI.create(page));
            tools.command("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
            tools.command("Page.enable", "{}");
        } catch (IOException e) {
            end();
            throw e;
        }
    }

    private String port(Path file) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
                if (lines.size() > 1) {
                    return lines.get(0);
                }
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new IOException("The browser does not start");
    }

    /** Its name and version. */
    public String name() throws IOException {
        return found(NAME, "name", ask("GET", "/json/version"));
    }

    /**
     * The whole page, from its top to its end, in as many pictures (PNG) as it takes.
     *
     * @param page a file
     */
    public List<byte[]> pictures(Path page, Screen screen) throws IOException {
        tools.command(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":%d,\"mobile\":%b}"
                        .formatted(screen.width(), screen.height(), screen.scale(), screen.isMobile()));
        tools.until("Page.loadEventFired", "Page.navigate", "{\"url\":\"%s\"}".formatted(page.toUri()));
        int height = (int)
                Math.ceil(Double.parseDouble(found(SIZE, "height", tools.command("Page.getLayoutMetrics", "{}"))));
        List<byte[]> pictures = new ArrayList<>();
        for (int top = 0; top < height; top += LONGEST) {
            String answer = tools.command(
                    "Page.captureScreenshot",
                    ("{\"format\":\"png\",\"captureBeyondViewport\":true,"
                                    + "\"clip\":{\"x\":0,\"y\":%d,\"width\":%d,\"height\":%d,\"scale\":1}}")
                            .formatted(top, screen.width(), Math.min(LONGEST, height - top)));
            pictures.add(Base64.getDecoder().decode(found(PICTURE, "data", answer)));
        }
        return pictures;
    }

    private String ask(String method, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(START)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String found(Pattern pattern, String group, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("The browser answers something else");
        }
        return matcher.group(group);
    }

    @Override
    public void close() {
        tools.close();
        end();
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
