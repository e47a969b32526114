import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Agreements with their versions and texts, in the format that the documents call agreements as files. */
final class Agreements implements Part {
    private static final String DIRECTORY = "agreements";

    private final AdminRest rest;
    private final boolean overwrites;

    /** @param overwrites whether settings and drafts that were edited in the realm are replaced too */
    Agreements(AdminRest rest, boolean overwrites) {
        this.rest = rest;
        this.overwrites = overwrites;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        Path directory = files.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return;
        }
        if (changes.areSaidOnly()) {
            changes.note("agreements are not looked at: the server says what changes when it takes them");
            return;
        }
        Map<String, Object> report =
                Values.object(rest.postZip("/agreements/import?overwrite=" + overwrites, packed(directory)));
        Values.texts(report.get("added")).forEach(what -> changes.said("agreement " + what + ": added"));
        Values.texts(report.get("updated")).forEach(what -> changes.said("agreement " + what + ": other settings"));
        Values.texts(report.get("kept"))
                .forEach(what -> changes.note("agreement " + what + " was edited in the realm and stays; --overwrite"));
        Values.texts(report.get("ignored"))
                .forEach(what -> changes.note("agreement " + what + " is published, and stays as it was published"));
        Values.objects(report.get("remarks")).forEach(remark -> changes.note(Values.text(remark, "message")));
    }

    @Override
    public void export(Configuration files) throws IOException {
        Path directory = files.resolve(DIRECTORY).toAbsolutePath().normalize();
        Set<Path> written = unpack(rest.bytes("/agreements/export"), directory);
        if (Files.isDirectory(directory)) {
            removeAllBut(written, directory);
        }
    }

    private static byte[] packed(Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Set<Path> unpack(byte[] archive, Path directory) throws IOException {
        Set<Path> written = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException("An entry leads out of the archive: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                    written.add(file);
                }
            }
        }
        return written;
    }

    /** What the realm does not have (any more), a draft that was deleted, would come back with the files. */
    private static void removeAllBut(Set<Path> kept, Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path) ? isEmpty(path) : !kept.contains(path)) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
