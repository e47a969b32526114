package io.agreements.keycloak.setup.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with which page. The pages are made when it is first asked for, once. */
final class ExaminedPages {

    private final SamplePages pages;
    private Map<PageName, Set<PageFault>> faults;

    ExaminedPages(SamplePages pages) {
        this.pages = pages;
    }

    boolean isNone() {
        return !pages.isAnythingShown();
    }

    /** Pages with that fault, in words that every language shares; empty if none has it. */
    String with(PageFault fault) {
        Map<String, List<String>> locales = new LinkedHashMap<>();
        faults().forEach((name, found) -> {
            if (found.contains(fault)) {
                locales.computeIfAbsent(name.template(), template -> new ArrayList<>())
                        .add(name.locale());
            }
        });
        return locales.entrySet().stream()
                .map(page -> page.getKey() + " (" + String.join(", ", page.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private Map<PageName, Set<PageFault>> faults() {
        if (faults == null) {
            faults = new LinkedHashMap<>();
            pages.names().forEach(name -> faults.put(name, new PageExamination(pages.make(name)).faults()));
        }
        return faults;
    }
}
