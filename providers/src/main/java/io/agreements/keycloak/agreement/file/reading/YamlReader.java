package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.agreement.file.reading.SyntaxSlip.Place;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Entry;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Items;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Settings;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Unread;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as a person would who looks for slips: what is not YAML is told, and the rest read on. A slip that can be told
 * for sure is put right in memory; otherwise the lines of one setting after the other are read, each by itself.
 *
 * <p>Of YAML this is the part that settings need. Anchors and tags, by which values are repeated or made to be of a type, are
 * refused.
 */
public final class YamlReader {

    /** More than any value needs, however it is written. The parser's time grows with the square of it. */
    private static final int LONGEST_LINE = 16 * 1024;

    /** The settings have fewer levels. */
    private static final int DEEPEST = 8;

    /** So many characters are read again, once slips are found. */
    private static final int MOST_READ_AGAIN = 16 * 1024 * 1024;

    private static final String KEY = "(\"[^\"]*\"|'[^']*'|[\\w.-]+)";
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("^(\\s*" + KEY + ")\\s*：\\s*(.*)$");
    private static final Pattern HEADER = Pattern.compile("^(\\s*)" + KEY + "\\s*:\\s*(#.*)?$");
    private static final Pattern SETTING = Pattern.compile("^(\\s*)" + KEY + "\\s*:(\\s.*)?$");
    private static final Pattern TABS = Pattern.compile("^[ ]*\\t[ \\t]*");

    private static final LoaderOptions OPTIONS = new LoaderOptions();

    static {
        OPTIONS.setCodePointLimit(Integer.MAX_VALUE);
    }

    private final List<String> lines;
    private final FileRemarks remarks;
    private final Set<Integer> mended = new HashSet<>();
    private int budget = MOST_READ_AGAIN;
    private int firstLine;

    private YamlReader(List<String> lines, FileRemarks remarks) {
        this.lines = lines;
        this.remarks = remarks;
    }

    /** @return empty if there is nothing in it */
    public static Optional<YamlValue> read(String text, FileRemarks remarks) {
        YamlReader reader = new YamlReader(new ArrayList<>(List.of(text.split("\\r\\n|\\r|\\n", -1))), remarks);
        return reader.haveRoom() ? reader.read(0, reader.lines.size(), 0) : Optional.of(new Unread(1, 1));
    }

    private boolean haveRoom() {
        boolean room = true;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).length() > LONGEST_LINE) {
                remarks.error(line + 1, "has more than " + LONGEST_LINE + " characters");
                room = false;
            } else {
                lines.set(line, seen(lines.get(line), line + 1));
            }
        }
        return room;
    }

    /** The parser stops at characters that nobody sees. */
    private String seen(String text, int line) {
        if (StreamReader.isPrintable(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (StreamReader.isPrintable(character)) {
                seen.appendCodePoint(character);
            } else {
                remarks.error(
                        line,
                        seen.codePointCount(0, seen.length()) + 1,
                        "the character U+%04X cannot be seen and does not belong here; delete it".formatted(character));
                seen.append(' ');
            }
        });
        return seen.toString();
    }

    private Optional<YamlValue> read(int from, int to, int level) {
        while (true) {
            try {
                return parse(from, to);
            } catch (SyntaxException e) {
                if (!mend(e.slip, from, to)) {
                    return readEach(from, to, level, e.slip);
                }
            } catch (TooDeepException e) {
                return Optional.of(e.place);
            }
        }
    }

    /** Puts right what stands at the slip or shortly before, if it is one of those that people make. */
    private boolean mend(SyntaxSlip slip, int from, int to) {
        int first = Math.max(from, Math.min(slip.since(), slip.line()) - 2);
        while (first > from && saysNothing(lines.get(first))) {
            first--;
        }
        for (int line = first; line < Math.min(to, slip.line()); line++) {
            if (spent(from, to) || mended.contains(line)) {
                continue;
            }
            Matcher colon = FULL_WIDTH_COLON.matcher(lines.get(line));
            Matcher tabs = TABS.matcher(lines.get(line));
            if (colon.matches()) {
                remarks.error(
                        line + 1,
                        colon.end(1) + 1,
                        "the colon after " + colon.group(2) + " is a full-width one (：); a colon and a space are"
                                + " expected: " + excerpt(colon.group(1).strip() + ": " + colon.group(3)));
                lines.set(line, colon.group(1) + ": " + colon.group(3));
            } else if (tabs.find()) {
                remarks.error(
                        line + 1, tabs.group().indexOf('\t') + 1, "is indented by a tab; YAML is indented by spaces");
                lines.set(
                        line, tabs.group().replace("\t", "  ") + lines.get(line).substring(tabs.end()));
            } else {
                continue;
            }
            mended.add(line);
            return true;
        }
        return false;
    }

    private static boolean saysNothing(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private boolean spent(int from, int to) {
        for (int line = from; line < to && budget > 0; line++) {
            budget -= lines.get(line).length() + 1;
        }
        return budget <= 0;
    }

    private static String excerpt(String words) {
        return new Words(0, 0, words, true).excerpt();
    }

    private Optional<YamlValue> readEach(int from, int to, int level, SyntaxSlip slip) {
        List<Integer> starts = spent(from, to) ? List.of() : starts(from, to);
        if (starts.size() < 2 || level >= DEEPEST) {
            return Optional.of(readOne(from, to, level, slip));
        }
        int before = remarks.all().errorCount();
        List<Entry> entries = new ArrayList<>();
        for (int part = 0; part < starts.size(); part++) {
            int end = part + 1 < starts.size() ? starts.get(part + 1) : to;
            Optional<YamlValue> value = read(starts.get(part), end, level + 1);
            if (value.isPresent() && value.get() instanceof Settings settings) {
                entries.addAll(settings.entries());
            } else if (value.isPresent()) {
                entries.add(
                        new Entry(new Words(starts.get(part) + 1, 1, "", true), new Unread(starts.get(part) + 1, 1)));
            }
            if (value.isPresent() && (value.get() instanceof Words || value.get() instanceof Items)) {
                remarks.error(
                        value.get(),
                        "this is no setting: a key, a colon, a space and a value are expected, not "
                                + value.get().kind());
            }
        }
        if (remarks.all().errorCount() == before) {
            tell(slip);
        }
        return Optional.of(new Settings(from + 1, 1, entries));
    }

    /** One setting: its own line may be right, and only what is below it wrong. */
    private YamlValue readOne(int from, int to, int level, SyntaxSlip slip) {
        int first = firstLine(from, to);
        if (first < to && level < DEEPEST) {
            Matcher header = HEADER.matcher(lines.get(first));
            if (header.matches() && firstLine(first + 1, to) < to) {
                YamlValue below = read(first + 1, to, level + 1).orElse(new Unread(first + 2, 1));
                return new Settings(first + 1, 1, List.of(new Entry(key(header, first), below)));
            }
            Matcher setting = SETTING.matcher(lines.get(first));
            if (setting.matches()) {
                tell(slip);
                return new Settings(
                        first + 1, 1, List.of(new Entry(key(setting, first), new Unread(slip.line(), slip.column()))));
            }
        }
        tell(slip);
        return new Unread(slip.line(), slip.column());
    }

    /** What is put right in a line has been told of it already. */
    private void tell(SyntaxSlip slip) {
        if (!mended.contains(slip.line() - 1)) {
            remarks.error(slip.line(), slip.column(), slip.message());
        }
    }

    private static Words key(Matcher setting, int line) {
        String written = setting.group(2);
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        String key = quoted ? written.substring(1, written.length() - 1) : written;
        return new Words(line + 1, setting.start(2) + 1, key, !quoted);
    }

    /** The lines in which something begins that is not part of what stands above it. */
    private List<Integer> starts(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int line = from; line < to; line++) {
            if (isContent(line)) {
                least = Math.min(least, indentation(line));
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int line = from; line < to; line++) {
            if (isContent(line)
                    && indentation(line) == least
                    && !lines.get(line).strip().matches("[\\]}].*")) {
                starts.add(line);
            }
        }
        return starts;
    }

    private int firstLine(int from, int to) {
        int line = from;
        while (line < to && !isContent(line)) {
            line++;
        }
        return line;
    }

    private boolean isContent(int line) {
        String text = lines.get(line).strip();
        return !text.isEmpty() && !text.startsWith("#") && !text.equals("---") && !text.equals("...");
    }

    private int indentation(int line) {
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }

    private Optional<YamlValue> parse(int from, int to) throws SyntaxException, TooDeepException {
        firstLine = from;
        try {
            return document(new ParserImpl(
                    new StreamReader(String.join("\n", lines.subList(from, to)) + "\n"), OPTIONS));
        } catch (MarkedYAMLException e) {
            Mark problem = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            Mark context = e.getContextMark() == null ? problem : e.getContextMark();
            throw new SyntaxException(SyntaxSlip.of(place(context), place(problem), String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            Place first = new Place(from + 1, 1);
            throw new SyntaxException(SyntaxSlip.of(first, first, String.valueOf(e.getMessage())));
        }
    }

    private Place place(Mark mark) {
        return new Place(line(mark), mark.getColumn() + 1);
    }

    private int line(Mark mark) {
        return Math.min(firstLine + mark.getLine(), lines.size() - 1) + 1;
    }

    private Optional<YamlValue> document(Parser parser) throws TooDeepException {
        parser.getEvent();
        if (!(parser.getEvent() instanceof DocumentStartEvent)) {
            return Optional.empty();
        }
        YamlValue value = value(parser, parser.getEvent(), 0);
        parser.getEvent();
        Event next = parser.getEvent();
        if (next instanceof DocumentStartEvent) {
            remarks.error(
                    line(next.getStartMark()),
                    1,
                    "a second part begins here (---); a file has the settings of one agreement");
        }
        boolean nothing = value instanceof Words words && words.isNothing();
        return nothing ? Optional.empty() : Optional.of(value);
    }

    private YamlValue value(Parser parser, Event event, int level) throws TooDeepException {
        int line = line(event.getStartMark());
        int column = event.getStartMark().getColumn() + 1;
        if (level > DEEPEST) {
            remarks.error(line, column, "is nested more than " + DEEPEST + " levels deep; settings have fewer");
            throw new TooDeepException(new Unread(line, column));
        }
        if (event instanceof AliasEvent alias) {
            remarks.error(
                    line,
                    column,
                    "*" + alias.getAnchor() + " repeats another value, which is not taken here: write"
                            + " it out, or put it into quotes");
            return new Unread(line, column);
        }
        requirePlain((NodeEvent) event, line, column);
        if (event instanceof ScalarEvent scalar) {
            return new Words(line, column, scalar.getValue(), scalar.isPlain());
        }
        return event instanceof SequenceStartEvent
                ? items(parser, line, column, level)
                : settings(parser, line, column, level);
    }

    private void requirePlain(NodeEvent event, int line, int column) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof SequenceStartEvent sequence
                        ? sequence.getTag()
                        : event instanceof MappingStartEvent mapping ? mapping.getTag() : null;
        if (event.getAnchor() != null) {
            remarks.error(
                    line,
                    column,
                    "&" + event.getAnchor() + " names a value so that it can be repeated, which is not taken here");
        }
        if (tag != null) {
            remarks.error(line, column, "a type (" + excerpt(tag) + ") is not taken here: write the value alone");
        }
    }

    private YamlValue items(Parser parser, int line, int column, int level) throws TooDeepException {
        List<YamlValue> items = new ArrayList<>();
        for (Event next = parser.getEvent(); !(next instanceof SequenceEndEvent); next = parser.getEvent()) {
            items.add(value(parser, next, level + 1));
        }
        return new Items(line, column, items);
    }

    private YamlValue settings(Parser parser, int line, int column, int level) throws TooDeepException {
        List<Entry> entries = new ArrayList<>();
        for (Event next = parser.getEvent(); !(next instanceof MappingEndEvent); next = parser.getEvent()) {
            YamlValue key = value(parser, next, level + 1);
            YamlValue value = value(parser, parser.getEvent(), level + 1);
            if (key instanceof Words words) {
                entries.add(new Entry(words, value));
            } else if (!(key instanceof Unread)) {
                remarks.error(key, "a key is one word; " + key.kind() + " was found");
            }
        }
        return new Settings(line, column, entries);
    }

    private static final class SyntaxException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient SyntaxSlip slip;

        SyntaxException(SyntaxSlip slip) {
            super(slip.message());
            this.slip = slip;
        }
    }

    private static final class TooDeepException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Unread place;

        TooDeepException(Unread place) {
            super("too deep");
            this.place = place;
        }
    }
}
