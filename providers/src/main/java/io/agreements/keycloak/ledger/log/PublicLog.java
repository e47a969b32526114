package io.agreements.keycloak.ledger.log;

import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of a realm as everybody may read it: only what its last checkpoint covers. */
public final class PublicLog {

    private static final int WIDTH = 256;

    /** C2SP tlog-tiles: three digits a part, an x before all but the last. */
    private static final Pattern INDEX = Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    private final LogStore store;
    private final String realmId;

    public PublicLog(LogStore store, String realmId) {
        this.store = store;
        this.realmId = realmId;
    }

    /** Something that changes, and the digest by which that is told. */
    public record Content(byte[] bytes) {

        public String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /** The last checkpoint with its cosignatures. */
    public Optional<Content> checkpoint() {
        return store.find(realmId).flatMap(store::latest).map(latest -> {
            byte[] all = Arrays.copyOf(latest.note(), latest.note().length + latest.cosignatures().length);
            System.arraycopy(latest.cosignatures(), 0, all, latest.note().length, latest.cosignatures().length);
            return new Content(all);
        });
    }

    public Optional<Content> keys() {
        return store.find(realmId)
                .map(store::keys)
                .filter(keys -> !keys.isEmpty())
                .map(keys -> text(String.join("\n", keys) + "\n"));
    }

    public Optional<Content> policy() {
        return store.find(realmId)
                .map(store::keys)
                .filter(keys -> !keys.isEmpty())
                .map(keys -> {
                    StringBuilder policy = new StringBuilder();
                    keys.forEach(key -> policy.append("log ").append(key).append('\n'));
                    return text(policy.append("quorum none\n").toString());
                });
    }

    private static Content text(String words) {
        return new Content(words.getBytes(StandardCharsets.UTF_8));
    }

    /** @param address as it stands behind {@code tile/entries/} */
    public Optional<byte[]> entries(String address) {
        return stored(0, address).map(entries -> {
            ByteBuffer bundle = ByteBuffer.allocate(entries.length / Hash.LENGTH * (Short.BYTES + Hash.LENGTH));
            for (int from = 0; from < entries.length; from += Hash.LENGTH) {
                bundle.putShort((short) Hash.LENGTH).put(entries, from, Hash.LENGTH);
            }
            return bundle.array();
        });
    }

    /** @param address as it stands behind {@code tile/}, the level and a slash */
    public Optional<byte[]> tile(String level, String address) {
        if (!level.matches("0|[1-9]\\d?")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(level);
        Optional<byte[]> stored = stored(number, address);
        return number > 0 ? stored : stored.map(PublicLog::hashes);
    }

    private static byte[] hashes(byte[] entries) {
        ByteBuffer hashes = ByteBuffer.allocate(entries.length);
        for (int from = 0; from < entries.length; from += Hash.LENGTH) {
            Hash.ofEntry(Arrays.copyOfRange(entries, from, from + Hash.LENGTH)).writeTo(hashes);
        }
        return hashes.array();
    }

    private Optional<byte[]> stored(int level, String address) {
        Matcher parts = INDEX.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
        int width = parts.group(2) == null ? WIDTH : Integer.parseInt(parts.group(2));
        if (width > WIDTH || parts.group(2) != null && width == WIDTH) {
            return Optional.empty();
        }
        return store.tile(realmId, new TilePlace(level, index))
                .filter(tile -> tile.length >= width * Hash.LENGTH)
                .map(tile -> Arrays.copyOf(tile, width * Hash.LENGTH));
    }
}
