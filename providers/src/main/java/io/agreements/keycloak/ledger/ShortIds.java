package io.agreements.keycloak.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.common.util.SecretGenerator;

/**
 * Ids of rows that there are very many of, or that very many rows name: shorter than a UUID, of small letters and digits, so that
 * no database takes two for the same.
 */
public final class ShortIds {

    /** In the order in which databases sort them; without letters that look like others. */
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int BITS = 5;

    /** Until the year 3084. */
    private static final int OF_MOMENT = 9;

    /** A million: that the count begins anew between two records of one moment hardly happens. */
    private static final int OF_COUNT = 4;

    private static final int OF_CHANCE = 10;
    private static final int OF_CHANCE_ALONE = 12;

    /** It begins anywhere, so that nodes differ. */
    private static final AtomicInteger COUNT =
            new AtomicInteger(ByteBuffer.wrap(SecretGenerator.getInstance().randomBytes(Integer.BYTES))
                    .getInt());

    private ShortIds() {}

    /**
     * Begins with the moment, to the millisecond: what is put in later comes behind what was put in before, so that an index is
     * filled page by page. Of one moment a node's own follow in the order in which they are made. Fifty random bits follow.
     */
    public static String at(Instant moment) {
        StringBuilder id = new StringBuilder(OF_MOMENT + OF_COUNT + OF_CHANCE);
        addNumber(id, moment.toEpochMilli(), OF_MOMENT);
        addNumber(id, COUNT.getAndIncrement(), OF_COUNT);
        return addChance(id, OF_CHANCE).toString();
    }

    /** Sixty random bits. */
    public static String random() {
        return addChance(new StringBuilder(OF_CHANCE_ALONE), OF_CHANCE_ALONE).toString();
    }

    private static void addNumber(StringBuilder id, long number, int digits) {
        for (int place = digits - 1; place >= 0; place--) {
            id.append(digit(number >>> place * BITS));
        }
    }

    private static StringBuilder addChance(StringBuilder id, int digits) {
        for (byte chance : SecretGenerator.getInstance().randomBytes(digits)) {
            id.append(digit(chance));
        }
        return id;
    }

    private static char digit(long number) {
        return DIGITS.charAt((int) (number & DIGITS.length() - 1));
    }
}
