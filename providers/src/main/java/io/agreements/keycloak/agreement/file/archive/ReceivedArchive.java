package io.agreements.keycloak.agreement.file.archive;

import io.agreements.keycloak.Shortened;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive from outside, in a temporary file until it is closed. It is never unpacked to disk; all of it has been read
 * through once before anything is made of it, so that its sizes are known and not only claimed.
 */
public final class ReceivedArchive implements AutoCloseable {

    private static final int BUFFER = 8192;

    /** Characters of a name. Whoever opens the archive keeps each of its levels with all that stand before it. */
    private static final int LONGEST_NAME = 1000;

    private static final int MOST_LEVELS = 20;

    private static final int EXCERPT = 100;

    private final Path file;
    private final FileSystem entries;

    private ReceivedArchive(Path file, FileSystem entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * @throws AgreementFileException if it is no archive, or one that is not taken
     * @throws IOException if it cannot be received
     */
    public static ReceivedArchive receive(InputStream upload, ArchiveLimits limits)
            throws AgreementFileException, IOException {
        Path file = Files.createTempFile("agreements-", ".zip");
        try {
            store(upload, file, limits.upload());
            check(file, limits);
            return new ReceivedArchive(file, FileSystems.newFileSystem(file));
        } catch (ZipException e) {
            String problem = "This is not a ZIP archive that can be read: " + Contents.of(file, e.getMessage());
            Files.delete(file);
            throw new AgreementFileException(problem);
        } catch (AgreementFileException | IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** Whether nothing at all is in it, as in the archive of a realm without agreements. */
    public boolean isEmpty() throws IOException {
        try (var contents = Files.list(root())) {
            return contents.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            entries.close();
        } finally {
            Files.delete(file);
        }
    }

    /** Where its entries are, as in a directory. */
    public Path root() {
        return entries.getRootDirectories().iterator().next();
    }

    private static void store(InputStream upload, Path file, long most) throws AgreementFileException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = upload.read(buffer); n >= 0; n = upload.read(buffer)) {
                size += n;
                if (size > most) {
                    throw new AgreementFileException("The archive has more than " + most + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static void check(Path file, ArchiveLimits limits) throws AgreementFileException, IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > limits.entries()) {
                throw new AgreementFileException(
                        "The archive has " + archive.size() + " entries; at most " + limits.entries() + " are taken");
            }
            Set<String> names = new HashSet<>();
            long size = 0;
            for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                requirePlainName(entry.getName());
                if (!names.add(entry.getName())) {
                    throw new AgreementFileException("The archive has two entries named '" + entry.getName() + "'");
                }
                size += size(archive, entry, limits.content() - size, limits.content());
            }
        } catch (EOFException e) {
            throw new ZipException("it is not complete");
        } catch (IllegalArgumentException e) {
            throw new ZipException("the name of an entry is not UTF-8");
        }
    }

    /** Names lead to where they say, and nowhere out of the archive. */
    private static void requirePlainName(String name) throws AgreementFileException {
        if (name.length() > LONGEST_NAME || name.chars().filter(c -> c == '/').count() > MOST_LEVELS) {
            throw new AgreementFileException("The archive has an entry with a name of more than " + LONGEST_NAME
                    + " characters or " + MOST_LEVELS + " levels: '"
                    + Shortened.of(name, EXCERPT) + "'");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean plain = List.of(path.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
        if (!plain) {
            throw new AgreementFileException(
                    "The archive has an entry whose name is not a plain path below it: '" + name + "'");
        }
    }

    /** What is really in it, whatever its header says. */
    private static long size(ZipFile archive, ZipEntry entry, long most, long limit)
            throws AgreementFileException, IOException {
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > most) {
                    throw new AgreementFileException("The archive unpacks to more than " + limit + " bytes");
                }
            }
            return size;
        }
    }
}
