package io.agreements.keycloak.setup.page;

import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import java.util.stream.Stream;

/** No page on which users decide has a certain fault, whatever the theme and the words of the realm make of it. */
public final class PageCondition implements SetupCondition {

    /** Where there are no pages. */
    static final String NONE = "pages.none";

    private final PageFault fault;
    private final ExaminedPages pages;

    private PageCondition(PageFault fault, ExaminedPages pages) {
        this.fault = fault;
        this.pages = pages;
    }

    /** One for each fault. */
    public static List<SetupCondition> all(SamplePages pages) {
        ExaminedPages examined = new ExaminedPages(pages);
        return Stream.of(PageFault.values())
                .<SetupCondition>map(fault -> new PageCondition(fault, examined))
                .toList();
    }

    @Override
    public String id() {
        return fault.condition();
    }

    @Override
    public Finding look() {
        if (pages.isNone()) {
            return Finding.notNeeded(Sentence.of(NONE));
        }
        String faulty = pages.with(fault);
        return faulty.isEmpty()
                ? Finding.ok(Sentence.of(id() + ".ok"))
                : Finding.byHand(Sentence.of(id() + ".fault", faulty));
    }
}
