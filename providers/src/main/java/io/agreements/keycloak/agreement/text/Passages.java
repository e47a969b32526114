package io.agreements.keycloak.agreement.text;

import io.agreements.keycloak.agreement.text.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.TextChanges.Passage;
import java.util.ArrayList;
import java.util.List;

/** Gathers what stays and what is replaced, so that it can be read: a word left between two changes goes with them. */
final class Passages {

    private final List<Step> steps = new ArrayList<>();

    void keep(String words) {
        steps.add(new Step("", "", words));
    }

    void replace(String deleted, String inserted) {
        boolean space = (deleted + inserted).isBlank() && !(deleted + inserted).contains("\n");
        steps.add(space ? new Step("", "", inserted) : new Step(deleted, inserted, ""));
    }

    List<Paragraph> paragraphs(String lineBreak) {
        List<Passage> passages = new ArrayList<>();
        for (Step step : joined()) {
            add(passages, Kind.REMOVED, step.deleted());
            add(passages, Kind.ADDED, step.inserted());
            add(passages, Kind.UNTOUCHED, step.kept());
        }
        return split(passages, lineBreak);
    }

    /** What stays between two changes is taken into them where it is no longer than they are, again and again. */
    private List<Step> joined() {
        List<Step> joined = new ArrayList<>();
        for (Step step : merged()) {
            joined.add(step);
            while (joined.size() > 1 && joined.get(joined.size() - 2).yieldsTo(joined.get(joined.size() - 1))) {
                Step later = joined.remove(joined.size() - 1);
                Step earlier = joined.remove(joined.size() - 1);
                joined.add(earlier.takeIn(later));
            }
        }
        return joined;
    }

    /** Each step a change and what stays after it. */
    private List<Step> merged() {
        List<Step> merged = new ArrayList<>();
        for (Step step : steps) {
            if (step.isChange() || merged.isEmpty()) {
                merged.add(step);
            } else {
                Step last = merged.remove(merged.size() - 1);
                merged.add(new Step(last.deleted(), last.inserted(), last.kept() + step.kept()));
            }
        }
        return merged;
    }

    private static void add(List<Passage> passages, Kind kind, String words) {
        if (!words.isEmpty()) {
            passages.add(new Passage(kind, words));
        }
    }

    private static List<Paragraph> split(List<Passage> passages, String lineBreak) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Passage> current = new ArrayList<>();
        for (Passage passage : passages) {
            String[] lines = passage.words().split(lineBreak, -1);
            for (int line = 0; line < lines.length; line++) {
                if (line > 0) {
                    end(paragraphs, current);
                    current = new ArrayList<>();
                }
                add(current, passage.kind(), lines[line]);
            }
        }
        end(paragraphs, current);
        return paragraphs;
    }

    private static void end(List<Paragraph> paragraphs, List<Passage> passages) {
        if (passages.stream().anyMatch(passage -> !passage.words().isBlank())) {
            paragraphs.add(new Paragraph(List.copyOf(passages)));
        }
    }

    /** A change and what stays after it. */
    private record Step(String deleted, String inserted, String kept) {

        boolean isChange() {
            return !deleted.isEmpty() || !inserted.isEmpty();
        }

        boolean yieldsTo(Step next) {
            return isChange()
                    && next.isChange()
                    && !kept.contains("\n")
                    && kept.strip().length() <= Math.min(size(), next.size());
        }

        private int size() {
            return Math.max(deleted.strip().length(), inserted.strip().length());
        }

        Step takeIn(Step next) {
            return new Step(deleted + kept + next.deleted(), inserted + kept + next.inserted(), next.kept());
        }
    }
}
