package io.agreements.keycloak.agreement.text.number;

import java.util.HashMap;
import java.util.Map;

/** Numerals of Chinese and Japanese: plain ones, and those of contracts, which nobody turns into others by a stroke. */
public final class ChineseNumerals {

    private static final String[] DIGITS = {"〇零", "一壹壱", "二贰貳弐两兩", "三叁參参叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"};

    private static final Map<Integer, Integer> UNITS =
            Map.of((int) '十', 10, (int) '拾', 10, (int) '百', 100, (int) '佰', 100, (int) '千', 1000, (int) '仟', 1000);

    /** Two numerals in one. */
    private static final Map<Integer, Integer> TENS = Map.of((int) '廿', 20, (int) '卅', 30);

    private static final Map<Integer, Integer> BY_DIGIT = byDigit();

    /** All of them, to stand between the brackets of a regular expression. */
    public static final String ALL = String.join("", DIGITS) + "十拾百佰千仟廿卅";

    private ChineseNumerals() {}

    public static boolean isOne(int character) {
        return BY_DIGIT.containsKey(character) || UNITS.containsKey(character) || TENS.containsKey(character);
    }

    /**
     * What they stand for: 二十一 and 二一 are 21.
     *
     * @param numerals nothing else, and so few that an int has room
     */
    static int value(String numerals) {
        if (numerals.codePoints().allMatch(BY_DIGIT::containsKey)) {
            return numerals.codePoints().map(BY_DIGIT::get).reduce(0, (sum, digit) -> 10 * sum + digit);
        }
        int sum = 0;
        int digit = 0;
        for (int numeral : numerals.codePoints().toArray()) {
            Integer unit = UNITS.get(numeral);
            if (unit != null) {
                sum += Math.max(digit, 1) * unit;
                digit = 0;
            } else if (TENS.containsKey(numeral)) {
                sum += TENS.get(numeral);
            } else {
                digit = BY_DIGIT.get(numeral);
            }
        }
        return sum + digit;
    }

    private static Map<Integer, Integer> byDigit() {
        Map<Integer, Integer> values = new HashMap<>();
        for (int digit = 0; digit < DIGITS.length; digit++) {
            int value = digit;
            DIGITS[digit].codePoints().forEach(numeral -> values.put(numeral, value));
        }
        return Map.copyOf(values);
    }
}
