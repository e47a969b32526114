package io.agreements.keycloak.page.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.theme.Theme;

/** A console of Keycloak that has views of this extension in it. */
public enum Console {
    ADMIN(Theme.Type.ADMIN),
    ACCOUNT(Theme.Type.ACCOUNT);

    private static final String OF_ACCOUNT = "agreements.account.";
    private static final String OF_ALL = "agreements.";
    private static final String OF_BOTH = "agreements.common.";
    private static final String OF_BOTH_HOOKS = "agreements.hook.";

    private final Theme.Type theme;

    Console(Theme.Type theme) {
        this.theme = theme;
    }

    /** By the name of its type of theme. */
    public static Optional<Console> named(String name) {
        return Arrays.stream(values())
                .filter(console -> console.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    Theme.Type theme() {
        return theme;
    }

    /** Whether there are places for a word in this console. */
    boolean has(String key) {
        if (this == ADMIN) {
            return key.startsWith(OF_ALL) && !key.startsWith(OF_ACCOUNT);
        }
        return key.startsWith(OF_ACCOUNT) || key.startsWith(OF_BOTH) || key.startsWith(OF_BOTH_HOOKS);
    }
}
