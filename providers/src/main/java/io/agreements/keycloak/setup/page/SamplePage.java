package io.agreements.keycloak.setup.page;

import java.util.List;

/**
 * A page as a user gets it.
 *
 * @param name which
 * @param keys of the agreements it has to show
 * @param declinable whether it has to offer to decline
 * @param html null if the theme fails to make it
 */
public record SamplePage(PageName name, List<String> keys, boolean declinable, String html) {

    public SamplePage {
        keys = List.copyOf(keys);
    }
}
