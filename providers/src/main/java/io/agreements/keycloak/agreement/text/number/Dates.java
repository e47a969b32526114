package io.agreements.keycloak.agreement.text.number;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dates that begin like the item of a list: {@code 2024. 1. 1.}, {@code 1. Januar 2025}, {@code 2025. január 1.} */
public final class Dates {

    /** In the languages that write a full stop behind the day or the year. */
    private static final Set<String> MONTHS = Stream.of(
                    "januar jänner februar märz april mai juni juli august september oktober november dezember",
                    "marts mars maj december desember jan feb apr jun jul aug sep sept okt nov dez dec des",
                    "ledna února března dubna května června července srpna září října listopadu prosince",
                    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
                    "januarja februarja aprila maja junija julija avgusta oktobra januara februara marta juna jula",
                    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog"
                            + " prosinca",
                    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
                            + " lokakuuta marraskuuta joulukuuta",
                    "jaanuar veebruar märts aprill juuni juuli oktoober detsember",
                    "janúar febrúar apríl maí júní júlí ágúst október nóvember",
                    "január február március április május június július augusztus szeptember")
            .flatMap(months -> Stream.of(months.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final String YEAR = "(?:19|20|21)\\d\\d";

    private static final Pattern IN_DIGITS = Pattern.compile(YEAR + "\\.\\s\\d{1,2}\\.\\s?\\d{1,2}(?!\\d)");

    private static final Pattern WITH_MONTH = Pattern.compile(
            "\\d{1,2}\\.\\s(\\p{L}{3,12})\\.?\\s%1$s(?!\\d)|%1$s\\.\\s(\\p{L}{3,12})\\.?\\s\\d{1,2}(?!\\d)"
                    .formatted(YEAR));

    private Dates() {}

    /** Whether the words begin with such a date. */
    public static boolean begin(String words) {
        if (words.isEmpty() || !Character.isDigit(words.charAt(0))) {
            return false;
        }
        Matcher month = WITH_MONTH.matcher(words);
        return IN_DIGITS.matcher(words).lookingAt()
                || month.lookingAt()
                        && MONTHS.contains(
                                (month.group(1) == null ? month.group(2) : month.group(1)).toLowerCase(Locale.ROOT));
    }
}
