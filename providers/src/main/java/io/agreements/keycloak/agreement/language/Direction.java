package io.agreements.keycloak.agreement.language;

import java.util.Locale;
import java.util.Set;

/** The direction of writing. */
public enum Direction {
    LTR,
    RTL;

    /** Scripts from right to left, as the Unicode Common Locale Data Repository (47) has them, and Nastaliq. */
    private static final Set<String> FROM_RIGHT = Set.of(
            "Adlm", "Arab", "Aran", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Gara", "Hatr", "Hebr", "Hung", "Khar",
            "Lydi", "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh", "Ougr", "Palm", "Phli",
            "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Sogo", "Syrc", "Thaa", "Yezi");

    static Direction of(String script) {
        return FROM_RIGHT.contains(script) ? RTL : LTR;
    }

    /** The attribute {@code dir} of HTML. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
