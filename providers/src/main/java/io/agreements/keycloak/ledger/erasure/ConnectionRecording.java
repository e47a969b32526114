package io.agreements.keycloak.ledger.erasure;

import io.agreements.keycloak.CurrentRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.RealmModel;

/** How much of a connection a realm puts on record. */
public enum ConnectionRecording {
    /** Address and user agent as they are. */
    FULL,
    /** The network part of the address only (IPv4: 24 bits, IPv6: 48 bits), and the user agent. */
    TRUNCATED,
    /** Neither. */
    NONE;

    /** Realm attribute that names one of these in any case; without it, {@link #FULL}. */
    public static final String ATTRIBUTE = "agreements.connection";

    private static final String PART = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Literal addresses only: anything else would be taken for a name and looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile(PART + "(?:\\." + PART + "){3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F.:]*");

    private static final int ADDRESS_LENGTH = 64;
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;
    private static final int USER_AGENT_LENGTH = 255;

    /** @return {@link #NONE} too where the attribute is not one of the words: rather too little than too much */
    public static ConnectionRecording of(RealmModel realm) {
        String value = realm.getAttribute(ATTRIBUTE);
        if (value == null) {
            return FULL;
        }
        return Arrays.stream(values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(value))
                .findFirst()
                .orElse(NONE);
    }

    /** What is put on record of the current request's connection; nothing where there is no request. */
    public Connection take(KeycloakContext context) {
        if (this == NONE) {
            return Connection.NONE;
        }
        return CurrentRequest.of(context)
                .map(request -> take(
                        context.getConnection().getRemoteAddr(),
                        request.getHttpHeaders().getHeaderString("User-Agent")))
                .orElse(Connection.NONE);
    }

    Connection take(String address, String userAgent) {
        return switch (this) {
            case FULL -> new Connection(shorten(address, ADDRESS_LENGTH), shorten(userAgent, USER_AGENT_LENGTH));
            case TRUNCATED -> new Connection(network(address), shorten(userAgent, USER_AGENT_LENGTH));
            case NONE -> Connection.NONE;
        };
    }

    private static String shorten(String value, int most) {
        if (value == null || value.length() <= most) {
            return value;
        }
        boolean splits = Character.isHighSurrogate(value.charAt(most - 1));
        return value.substring(0, splits ? most - 1 : most);
    }

    private static String network(String address) {
        if (address == null || !ADDRESS.matcher(address).matches()) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            Arrays.fill(bytes, bytes.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
