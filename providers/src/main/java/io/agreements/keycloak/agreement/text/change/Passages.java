package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

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

    /** What came and went, without regard to where lines end. */
    List<Passage> all() {
        List<Passage> passages = new ArrayList<>();
        for (Step step : joined()) {
            passages.addAll(of(Kind.REMOVED, step.deleted()));
            passages.addAll(of(Kind.ADDED, step.inserted()));
            passages.addAll(of(Kind.UNTOUCHED, step.kept()));
        }
        return passages;
    }

    /**
     * The same in paragraphs that look like those they come from.
     *
     * @param older each ends with a line
     * @param newer each ends with a line
     */
    List<Paragraph> paragraphs(List<Block> older, List<Block> newer) {
        return new Lines(older, newer).of(all());
    }

    /** What stays between two changes is taken into them where it is no longer than they are, again and again. */
    private List<Step> joined() {
        Run run = new Run(merged());
        Deque<Span> joined = new ArrayDeque<>();
        for (int place = 0; place < run.size(); place++) {
            Span span = new Span(place, place);
            while (!joined.isEmpty() && run.yields(joined.peekLast(), span)) {
                span = new Span(joined.removeLast().first(), span.last());
            }
            joined.addLast(span);
        }
        return joined.stream().map(run::step).toList();
    }

    /** Each step a change and what stays after it. */
    private List<Step> merged() {
        List<Step> merged = new ArrayList<>();
        StringBuilder kept = new StringBuilder();
        Step change = null;
        for (Step step : steps) {
            if (step.isChange() || change == null) {
                addMerged(merged, change, kept);
                change = step;
            }
            kept.append(step.kept());
        }
        addMerged(merged, change, kept);
        return merged;
    }

    private static void addMerged(List<Step> merged, Step change, StringBuilder kept) {
        if (change != null) {
            merged.add(new Step(change.deleted(), change.inserted(), kept.toString()));
            kept.setLength(0);
        }
    }

    /** Words all of which became one thing. */
    static List<Passage> of(Kind kind, String words) {
        return Struck.runs(words).stream()
                .map(run -> new Passage(kind, run.words(), run.struck()))
                .toList();
    }

    /** Gives each line the looks of the paragraph it ends. */
    private static final class Lines {

        private final Deque<Block> older;
        private final Deque<Block> newer;
        private final List<Paragraph> paragraphs = new ArrayList<>();

        Lines(List<Block> older, List<Block> newer) {
            this.older = new ArrayDeque<>(older);
            this.newer = new ArrayDeque<>(newer);
        }

        List<Paragraph> of(List<Passage> passages) {
            List<Passage> current = new ArrayList<>();
            for (Passage passage : passages) {
                String[] lines = passage.words().split("\n", -1);
                for (int line = 0; line < lines.length; line++) {
                    if (line > 0) {
                        end(passage.kind(), current);
                        current = new ArrayList<>();
                    }
                    addToLine(current, passage, lines[line]);
                }
            }
            return paragraphs;
        }

        /** A blank that gave way to the end of a line, or came instead of it, is no word. */
        private static void addToLine(List<Passage> line, Passage passage, String words) {
            if (!words.isBlank()) {
                line.add(new Passage(passage.kind(), words, passage.struck()));
            } else if (passage.kind() != Kind.REMOVED && !words.isEmpty()) {
                line.add(new Passage(Kind.UNTOUCHED, words, passage.struck()));
            }
        }

        private void end(Kind lineBreak, List<Passage> passages) {
            boolean gone = passages.stream().allMatch(passage -> passage.kind() == Kind.REMOVED);
            Block looks = (gone && lineBreak != Kind.ADDED) || newer.isEmpty() ? older.peekFirst() : newer.peekFirst();
            boolean paired = lineBreak == Kind.UNTOUCHED && !older.isEmpty();
            String former = paired ? older.peekFirst().marker() : looks.marker();
            if (lineBreak != Kind.ADDED) {
                older.pollFirst();
            }
            if (lineBreak != Kind.REMOVED) {
                newer.pollFirst();
            }
            if (passages.stream().anyMatch(passage -> !passage.words().isBlank())) {
                paragraphs.add(new Paragraph(
                                looks.form(),
                                looks.marker(),
                                null,
                                List.copyOf(passages),
                                List.of(),
                                looks.drawsAttention())
                        .formerly(former));
            }
        }
    }

    /** A change and what stays after it. */
    private record Step(String deleted, String inserted, String kept) {

        boolean isChange() {
            return !deleted.isEmpty() || !inserted.isEmpty();
        }
    }

    /** Steps in a row that are one, the last included. */
    private record Span(int first, int last) {}

    /** Steps that can be taken together without being written anew each time. */
    private static final class Run {

        private final List<Step> steps;
        private final long[] deletedBefore;
        private final long[] insertedBefore;

        Run(List<Step> steps) {
            this.steps = steps;
            this.deletedBefore = new long[steps.size() + 1];
            this.insertedBefore = new long[steps.size() + 1];
            for (int place = 0; place < steps.size(); place++) {
                Step step = steps.get(place);
                int kept = step.kept().length();
                deletedBefore[place + 1] = deletedBefore[place] + step.deleted().length() + kept;
                insertedBefore[place + 1] =
                        insertedBefore[place] + step.inserted().length() + kept;
            }
        }

        int size() {
            return steps.size();
        }

        boolean yields(Span earlier, Span later) {
            String kept = steps.get(earlier.last()).kept();
            return steps.get(earlier.first()).isChange()
                    && steps.get(later.first()).isChange()
                    && kept.length() - leading(kept) - trailing(kept) <= Math.min(size(earlier), size(later))
                    && kept.indexOf('\n') < 0;
        }

        /** The words of the span as one step. */
        Step step(Span span) {
            return new Step(
                    words(span, Step::deleted),
                    words(span, Step::inserted),
                    steps.get(span.last()).kept());
        }

        private String words(Span span, Function<Step, String> changed) {
            StringBuilder words = new StringBuilder();
            for (int place = span.first(); place <= span.last(); place++) {
                words.append(changed.apply(steps.get(place)));
                if (place < span.last()) {
                    words.append(steps.get(place).kept());
                }
            }
            return words.toString();
        }

        /** Characters of what is gone or of what is new, whichever has more, without space around them. */
        private long size(Span span) {
            return Math.max(size(span, deletedBefore, Step::deleted), size(span, insertedBefore, Step::inserted));
        }

        private long size(Span span, long[] before, Function<Step, String> changed) {
            long length = before[span.last() + 1]
                    - before[span.first()]
                    - steps.get(span.last()).kept().length();
            return Math.max(0, length - spaceBefore(span, changed) - spaceAfter(span, changed));
        }

        private long spaceBefore(Span span, Function<Step, String> changed) {
            long space = 0;
            for (int place = span.first(); place <= span.last(); place++) {
                String words = changed.apply(steps.get(place));
                space += leading(words);
                String kept = place < span.last() ? steps.get(place).kept() : "";
                if (!words.isBlank()) {
                    return space;
                }
                space += leading(kept);
                if (!kept.isBlank()) {
                    return space;
                }
            }
            return space;
        }

        private long spaceAfter(Span span, Function<Step, String> changed) {
            long space = 0;
            for (int place = span.last(); place >= span.first(); place--) {
                String kept = place < span.last() ? steps.get(place).kept() : "";
                space += trailing(kept);
                if (!kept.isBlank()) {
                    return space;
                }
                String words = changed.apply(steps.get(place));
                space += trailing(words);
                if (!words.isBlank()) {
                    return space;
                }
            }
            return space;
        }

        private static int leading(String words) {
            int space = 0;
            while (space < words.length() && Character.isWhitespace(words.charAt(space))) {
                space++;
            }
            return space;
        }

        private static int trailing(String words) {
            int space = 0;
            while (space < words.length() && Character.isWhitespace(words.charAt(words.length() - 1 - space))) {
                space++;
            }
            return space;
        }
    }
}
