package io.agreements.keycloak.ledger;

import java.time.Instant;
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

    private static final int OF_CHANCE = 14;
    private static final int OF_CHANCE_ALONE = 12;

    private ShortIds() {}

    /**
     * Begins with the moment, to the millisecond: what is put in later comes behind what was put in before, so that an index is
     * filled page by page. Seventy random bits follow.
     */
    public static String at(Instant moment) {
        StringBuilder id = new StringBuilder(OF_MOMENT + OF_CHANCE);
        long milliseconds = moment.toEpochMilli();
        for (int place = OF_MOMENT - 1; place >= 0; place--) {
            id.append(digit(milliseconds >>> place * BITS));
        }
        return addChance(id, OF_CHANCE).toString();
    }

    /** Sixty random bits. */
    public static String random() {
        return addChance(new StringBuilder(OF_CHANCE_ALONE), OF_CHANCE_ALONE).toString();
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
