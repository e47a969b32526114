package io.agreements.proof.cli;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.cli.picture.Browser;
import io.agreements.proof.cli.picture.Screen;
import io.agreements.proof.receipt.StoredZip;
import io.agreements.proof.receipt.StoredZip.Member;
import io.agreements.proof.receipt.Trust;
import io.agreements.proof.receipt.version.PackFinding;
import io.agreements.proof.receipt.version.PackFinding.Code;
import io.agreements.proof.receipt.version.Pictures;
import io.agreements.proof.receipt.version.Pictures.Picture;
import io.agreements.proof.receipt.version.VersionPack;
import io.agreements.proof.receipt.version.VersionPackVerifier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts pictures of its pages into the evidence pack of a version: {@code bin/evidence-pictures}. */
final class EvidencePictures {

    private static final int GOOD = 0;
    private static final int NOT_DONE = 2;

    private static final String USAGE = """
            Usage: evidence-pictures [OPTION...] PACK.zip

            Draws each page of a version's evidence pack at the size of a desktop and of a phone, and puts the pictures into the
            pack, with their digests and with when, by which browser and of which page they were made. Pictures that are in it
            already are left out.

              --add FILE          a picture (PNG, JPEG or WebP) that you have from elsewhere, such as one that was taken when
                                  the version was published; may be said several times
              --note WORDS        what it is, in your words: for the --add before it
              --only-added        draws nothing
              --browser PROGRAM   Chromium (otherwise the one that the variable CHROMIUM names)

            A picture shows how a page that was made of text and wording is drawn when the picture is taken, not what anybody
            saw. The pack is verified first: nothing is drawn if a page does not follow from the rest of it, or a file cannot be
            read or is not what it was. While it runs, the browser listens on the loopback interface: use no machine that you
            share with others. Exit status: 0 if they are in the pack, 2 if not; the pack is as it was then.
            """;

    private static final Map<String, String> KINDS = Map.of("png", "png", "jpg", "jpg", "jpeg", "jpg", "webp", "webp");
    private static final String DIRECTORY = "pictures/";
    private static final String PAGE = ".html";

    private final Map<String, String> environment;
    private final Told out;
    private final Told err;
    private final Clock clock;

    EvidencePictures(Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
        this.environment = environment;
        this.out = new Told(out);
        this.err = new Told(err);
        this.clock = clock;
    }

    /** @return the exit status */
    int run(String... words) {
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            out.text(USAGE);
            return GOOD;
        }
        try {
            Wish wish = Wish.of(words, Optional.ofNullable(environment.get("CHROMIUM")));
            Optional<String> strange = wish.onlyAdded() ? Optional.empty() : strange(wish.pack());
            if (strange.isPresent()) {
                err.line(
                        "Nothing is drawn: %s cannot be read, or is not what it was. bin/verify-receipt says more.",
                        strange.get());
                return NOT_DONE;
            }
            Path directory = Files.createTempDirectory("evidence-pictures");
            try {
                return add(wish, directory);
            } finally {
                remove(directory);
            }
        } catch (MalformedException e) {
            err.line("It cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.line("error: " + e.getMessage());
            err.text(USAGE);
        } catch (IOException e) {
            err.line("error: " + e);
        }
        return NOT_DONE;
    }

    /** The first file that cannot be what the server wrote. Pictures are left out of the pack, whatever they are. */
    private static Optional<String> strange(Path pack) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pack))) {
            return VersionPackVerifier.verify(in, Trust.NONE).findings().stream()
                    .filter(finding -> finding.code() == Code.UNREADABLE || finding.code() == Code.DIFFERS)
                    .map(PackFinding::file)
                    .filter(file -> !file.startsWith(DIRECTORY))
                    .findFirst();
        }
    }

    private int add(Wish wish, Path directory) throws IOException {
        Path copy = Files.createTempFile(wish.pack().toAbsolutePath().getParent(), "evidence", ".zip");
        try {
            List<Picture> pictures;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(wish.pack()));
                    OutputStream stream = new BufferedOutputStream(Files.newOutputStream(copy))) {
                StoredZip.Writer zip = new StoredZip.Writer(stream);
                Map<String, byte[]> pages = copy(in, zip);
                pictures = put(wish, pages, directory, zip);
                zip.finish();
            }
            Files.move(copy, wish.pack(), StandardCopyOption.REPLACE_EXISTING);
            out.line("%d pictures are in %s now.", pictures.size(), wish.pack());
            return GOOD;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** All but the pictures; gives the pages, by name. */
    private static Map<String, byte[]> copy(InputStream pack, StoredZip.Writer zip) throws IOException {
        pack.mark(VersionPack.BEGINNING);
        if (!VersionPack.isPack(pack.readNBytes(VersionPack.BEGINNING))) {
            throw new MalformedException("this is no evidence pack of a version");
        }
        pack.reset();
        Map<String, byte[]> pages = new LinkedHashMap<>();
        StoredZip.Reader reader = new StoredZip.Reader(pack, VersionPack.LARGEST);
        boolean picturesFollow = false;
        for (Optional<Member> next = reader.next(); next.isPresent(); next = reader.next()) {
            Member member = next.get();
            picturesFollow |= member.name().equals(Pictures.FILE);
            if (picturesFollow) {
                continue;
            }
            zip.add(member.name(), member.content());
            if (member.name().endsWith(PAGE)) {
                pages.put(member.name(), member.content());
            }
        }
        return pages;
    }

    /** The list of pictures stands in front of them, and says their digests: so they wait in files. */
    private List<Picture> put(Wish wish, Map<String, byte[]> pages, Path directory, StoredZip.Writer zip)
            throws IOException {
        List<Picture> pictures = new ArrayList<>();
        Optional<String> name = Optional.empty();
        if (!wish.onlyAdded()) {
            try (Browser browser = new Browser(wish.browser(), directory)) {
                name = Optional.of(browser.name());
                for (Map.Entry<String, byte[]> page : pages.entrySet()) {
                    pictures.addAll(draw(browser, page.getKey(), page.getValue(), directory));
                }
            }
        }
        for (Added added : wish.added()) {
            byte[] content = Files.readAllBytes(added.file());
            String path = DIRECTORY + "added-" + (pictures.size() + 1) + "." + added.kind();
            Files.write(waiting(directory, path), content);
            pictures.add(new Picture(
                    path,
                    Sha256.hex(content),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(added.note())));
        }
        zip.add(Pictures.FILE, new Pictures(clock.millis(), name, pictures).bytes());
        for (Picture picture : pictures) {
            zip.add(picture.path(), Files.readAllBytes(waiting(directory, picture.path())));
        }
        return pictures;
    }

    private List<Picture> draw(Browser browser, String page, byte[] content, Path directory) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        Path file = Files.write(directory.resolve("page.html"), content);
        String stem = page.substring(page.lastIndexOf('/') + 1, page.length() - PAGE.length());
        for (Screen screen : Screen.values()) {
            int part = 0;
            for (byte[] picture : browser.pictures(file, screen)) {
                String path = DIRECTORY + stem + "-" + screen.word() + "-" + ++part + ".png";
                Files.write(waiting(directory, path), picture);
                pictures.add(new Picture(
                        path,
                        Sha256.hex(picture),
                        Optional.of(page),
                        Optional.of(Sha256.hex(content)),
                        Optional.of(screen.word()),
                        Optional.empty()));
            }
        }
        return pictures;
    }

    private static Path waiting(Path directory, String path) {
        return directory.resolve(path.substring(DIRECTORY.length()));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A picture from elsewhere. */
    private record Added(Path file, String kind, String note) {}

    private record Wish(Path pack, String browser, boolean onlyAdded, List<Added> added) {

        static Wish of(String[] words, Optional<String> chromium) {
            Path pack = null;
            String browser = chromium.orElse(null);
            boolean onlyAdded = false;
            List<Added> added = new ArrayList<>();
            for (int place = 0; place < words.length; place++) {
                switch (words[place]) {
                    case "--add" -> added.add(picture(value(words, ++place)));
                    case "--note" -> {
                        String note = value(words, ++place);
                        if (added.isEmpty()) {
                            throw new IllegalArgumentException("--note belongs to the --add before it");
                        }
                        Added last = added.remove(added.size() - 1);
                        added.add(new Added(last.file(), last.kind(), note));
                    }
                    case "--only-added" -> onlyAdded = true;
                    case "--browser" -> browser = value(words, ++place);
                    default -> {
                        if (words[place].startsWith("-") || pack != null) {
                            throw new IllegalArgumentException("what is " + words[place] + "?");
                        }
                        pack = Path.of(words[place]);
                    }
                }
            }
            if (pack == null) {
                throw new IllegalArgumentException("name the file of a version's evidence pack");
            }
            if (!onlyAdded && browser == null) {
                throw new IllegalArgumentException("name a browser: --browser PROGRAM, or the variable CHROMIUM");
            }
            return new Wish(pack, browser, onlyAdded, added);
        }

        private static Added picture(String file) {
            String kind = KINDS.get(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
            if (kind == null) {
                throw new IllegalArgumentException(file + " is no PNG, JPEG or WebP");
            }
            return new Added(Path.of(file), kind, "");
        }

        private static String value(String[] words, int place) {
            if (place == words.length) {
                throw new IllegalArgumentException(words[place - 1] + " needs a value");
            }
            return words[place];
        }
    }
}
