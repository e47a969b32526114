package io.agreements.keycloak.conduct.content;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as people write them. */
final class PhoneNumbers {

    /** Characters of one: the longest number, its country and what people put between digits. */
    private static final int LENGTH = 40;

    /** Numbers with letters, and several at once, are for people to read. */
    private static final Pattern WRITTEN =
            Pattern.compile("[+\\uff0b]?[\\p{Nd}\\p{Zs}()\\uff08\\uff09./\\-\\u2010-\\u2015\\uff0d]+");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The one form of a number by which two are compared ({@code +8613800138000}, E.164).
     *
     * @param region whose numbers may be written without their country ({@code CN}); null if none
     * @return empty if there is no such number
     */
    static Optional<String> e164(String written, String region) {
        if (written.length() > LENGTH || !WRITTEN.matcher(written.strip()).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(written, region);
            return NUMBERS.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether there is such a region, in capital letters. */
    static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region.toUpperCase(Locale.ROOT)) && region.equals(region.strip());
    }
}
