package io.agreements.keycloak.agreement.file.archive;

/**
 * How much is taken of an archive that comes from outside.
 *
 * @param upload bytes of the archive itself
 * @param content bytes of all that is in it, unpacked
 * @param entries files and directories in it
 */
public record ArchiveLimits(long upload, long content, int entries) {

    private static final int MIB = 1024 * 1024;

    /** The upload stays below what the server takes of any request (10 MiB), so that the answer can say why. */
    public static final ArchiveLimits DEFAULTS = new ArchiveLimits(8 * MIB, 64 * MIB, 50_000);
}
