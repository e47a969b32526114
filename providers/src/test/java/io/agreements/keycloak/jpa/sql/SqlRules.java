package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.fixture.TablesInMemory;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a database refuses, or takes for something else, although it looks like SQL. */
final class SqlRules {

    private static final Pattern WORDS = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_][\\w$#]*|\\?|[(),.;]|[<>=!]+|'[^']*'|\\d+|\\S");
    private static final Pattern READ = Pattern.compile("\\w+\\d_\\d+\\.([a-z_]\\w*)");
    private static final Pattern NAMED = Pattern.compile("\\) \\w+_\\d+\\(([a-z_]\\w*(?:,\\s*\\w+)*)\\)");
    private static final Pattern EMPTY = Pattern.compile("(?:[<>=]|\\blike)\\s*''|''\\s*[<>=]");
    private static final Pattern ROW =
            Pattern.compile("(?<!\\w)\\(\\s*[\\w.?]+\\s*,\\s*[\\w.?]+\\s*\\)\\s*(?:[<>=]|in\\b)");
    private static final Pattern CHANGED =
            Pattern.compile("^(?:update (\\w+)|delete (?:\\w+ )?from (\\w+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern LARGE_COMPARED =
            Pattern.compile("\\.(\\w+)\\s*(?:[<>=!]|in\\b)|(?:min|max|count)\\((?:distinct )?\\w+\\.(\\w+)\\)");
    private static final int MOST_IN_LIST = 1_000;

    /** Of tables: Keycloak has its own, and those of the product are looked at where they are made. */
    private static final Set<String> COLUMNS = TablesInMemory.entityClasses().stream()
            .flatMap(entity -> Stream.of(entity.getDeclaredFields()))
            .flatMap(SqlRules::columns)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Product product;
    private final Set<String> large;

    /** @param large columns of long texts or bytes, in small letters */
    SqlRules(Product product, Set<String> large) {
        this.product = product;
        this.large = large;
    }

    /** In words what is wrong; none if all is well. */
    List<String> broken(SentStatement statement) {
        String sql = statement.sql();
        List<String> tokens = tokens(WORDS.matcher(sql).replaceAll(Matcher.quoteReplacement("'x'")));
        List<String> wrong = new ArrayList<>();
        names(sql.toLowerCase(Locale.ROOT), wrong);
        if (statement.parameters().size() > product.mostParameters()) {
            wrong.add("too many parameters");
        }
        if (product != Product.MYSQL && product != Product.MARIADB && product != Product.H2) {
            groupedByParameter(tokens, wrong);
        }
        orderedByWhatIsNotTold(tokens, wrong);
        switch (product) {
            case ORACLE -> {
                emptyWords(statement, wrong);
                literals(tokens, wrong);
                largeValues(sql.toLowerCase(Locale.ROOT), tokens, wrong);
                longLists(tokens, wrong);
                lockedPage(tokens, wrong);
                lockedGroup(tokens, wrong);
                groupedBySelect(tokens, wrong);
            }
            case SQL_SERVER -> {
                literals(tokens, wrong);
                orderedWithin(tokens, wrong);
                orderedPart(tokens, wrong);
                groupedBySelect(tokens, wrong);
                sumOfSelects(tokens, wrong);
                foreign(sql, tokens, wrong, "||", "nulls", "for");
                if (ROW.matcher(sql).find()) {
                    wrong.add("columns compared as a row");
                }
            }
            case MYSQL -> {
                limitedIn(tokens, wrong);
                changedAndRead(sql, wrong);
                foreign(sql, tokens, wrong, "||", "nulls");
            }
            case MARIADB -> {
                limitedIn(tokens, wrong);
                foreign(sql, tokens, wrong, "||", "nulls");
            }
            case POSTGRESQL -> {
                lockedGroup(tokens, wrong);
                lockedAbsent(tokens, wrong);
            }
            default -> {}
        }
        return wrong;
    }

    private static Stream<String> columns(Field field) {
        Column column = field.getAnnotation(Column.class);
        JoinColumn joined = field.getAnnotation(JoinColumn.class);
        return column != null
                ? Stream.of(column.name(), field.getName())
                : Stream.of(joined == null ? field.getName() : joined.name());
    }

    private static List<String> tokens(String sql) {
        return TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList();
    }

    private void names(String sql, List<String> wrong) {
        Stream.concat(
                        READ.matcher(sql).results().map(name -> name.group(1)),
                        NAMED.matcher(sql)
                                .results()
                                .flatMap(names -> Stream.of(names.group(1).split(",\\s*"))))
                .filter(name -> !COLUMNS.contains(name))
                .distinct()
                .forEach(name -> {
                    if (product.reserves(name)) {
                        wrong.add("reserved: " + name);
                    }
                    if (name.length() > product.longestName()) {
                        wrong.add("too long: " + name);
                    }
                });
    }

    /** To Oracle they are null; in an order they do no harm. */
    private static void emptyWords(SentStatement statement, List<String> wrong) {
        if (EMPTY.matcher(statement.sql()).find()) {
            wrong.add("compared with an empty word");
        }
        int order = statement.sql().lastIndexOf(" order by ");
        String compared = order < 0 ? statement.sql() : statement.sql().substring(0, order);
        long places = compared.chars().filter(character -> character == '?').count();
        statement.parameters().forEach((place, value) -> {
            if ("".equals(value) && place <= places) {
                wrong.add("bound to an empty word: " + place);
            }
        });
    }

    private static void literals(List<String> tokens, List<String> wrong) {
        for (String word : List.of("true", "false", "limit")) {
            if (tokens.contains(word)) {
                wrong.add("no " + word + " here");
            }
        }
    }

    private void largeValues(String sql, List<String> tokens, List<String> wrong) {
        String conditions = sql.startsWith("update") ? sql.substring(Math.max(0, sql.indexOf(" where "))) : sql;
        LARGE_COMPARED
                .matcher(conditions)
                .results()
                .flatMap(found -> Stream.of(String.valueOf(found.group(1)), String.valueOf(found.group(2))))
                .filter(large::contains)
                .forEach(column -> wrong.add("too large to compare: " + column));
        for (String clause : List.of("distinct", "group", "order")) {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).equals(clause)) {
                    clause(tokens, i)
                            .filter(large::contains)
                            .forEach(column -> wrong.add("too large for " + clause + ": " + column));
                }
            }
        }
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).equals("union") && !tokens.get(i + 1).equals("all")) {
                wrong.add("union without all");
            }
        }
    }

    private static void longLists(List<String> tokens, List<String> wrong) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).equals("in") && tokens.get(i + 1).equals("(")) {
                long values = tokens.subList(i, tokens.size()).stream()
                                .takeWhile(token -> !token.equals(")"))
                                .filter(","::equals)
                                .count()
                        + 1;
                if (values > MOST_IN_LIST) {
                    wrong.add("a list of " + values);
                }
            }
        }
    }

    private static void lockedPage(List<String> tokens, List<String> wrong) {
        int lock = lastOf(tokens, "for", "update");
        int page = lastOf(tokens, "rows", "only");
        if (lock > 0 && page > 0 && depth(tokens, page) == depth(tokens, lock)) {
            wrong.add("locks what it cuts off");
        }
    }

    private static void lockedGroup(List<String> tokens, List<String> wrong) {
        List<String> whole = lockedWhole(tokens);
        if (whole.contains("distinct") || whole.contains("group")) {
            wrong.add("locks what is grouped");
        }
    }

    /** PostgreSQL: the row that an outer join has not found. */
    private static void lockedAbsent(List<String> tokens, List<String> wrong) {
        List<String> whole = lockedWhole(tokens);
        if (whole.contains("left")
                && !whole.subList(whole.lastIndexOf("for"), whole.size()).contains("of")) {
            wrong.add("locks what may be absent");
        }
    }

    /** The words outside of parentheses of what locks rows; none if it does not. */
    private static List<String> lockedWhole(List<String> tokens) {
        List<String> whole = outside(tokens);
        return whole.contains("for") && whole.lastIndexOf("for") > whole.lastIndexOf("where") ? whole : List.of();
    }

    private static List<String> outside(List<String> tokens) {
        List<String> outside = new ArrayList<>();
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0) {
                outside.add(token);
            }
        }
        return outside;
    }

    private static int lastOf(List<String> tokens, String first, String second) {
        for (int i = tokens.size() - 2; i >= 0; i--) {
            if (tokens.get(i).equals(first) && tokens.get(i + 1).equals(second)) {
                return i;
            }
        }
        return -1;
    }

    private static int depth(List<String> tokens, int place) {
        int depth = 0;
        for (String token : tokens.subList(0, place)) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        }
        return depth;
    }

    /** What is not told apart from the same parameter in what is selected. */
    private static void groupedByParameter(List<String> tokens, List<String> wrong) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).equals("group") && clause(tokens, i).anyMatch("?"::equals)) {
                wrong.add("grouped by a parameter");
            }
        }
    }

    private static void groupedBySelect(List<String> tokens, List<String> wrong) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).equals("group") && clause(tokens, i).anyMatch("select"::equals)) {
                wrong.add("grouped by a select");
            }
        }
    }

    private static void sumOfSelects(List<String> tokens, List<String> wrong) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (Set.of("sum", "count", "min", "max", "avg").contains(tokens.get(i))
                    && tokens.get(i + 1).equals("(")
                    && clause(tokens, i + 1).anyMatch("select"::equals)) {
                wrong.add("a " + tokens.get(i) + " of selects");
            }
        }
    }

    /** What only some databases say. */
    private static void foreign(String sql, List<String> tokens, List<String> wrong, String... words) {
        String saying = WORDS.matcher(sql).replaceAll("''");
        for (String word : words) {
            if (word.equals("||") ? saying.contains(word) : tokens.contains(word)) {
                wrong.add("no " + word + " here");
            }
        }
    }

    /** Of distinct rows only what is selected tells the order. */
    private static void orderedByWhatIsNotTold(List<String> tokens, List<String> wrong) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).equals("select") && tokens.get(i + 1).equals("distinct")) {
                int order = orderOf(tokens, i);
                if (order > 0) {
                    List<String> told = parts(clause(tokens, i + 1).toList()).stream()
                            .map(part -> part.replaceFirst("^top \\( \\S+ \\) ", ""))
                            .toList();
                    parts(clause(tokens, order + 1).toList()).stream()
                            .map(part -> part.replaceAll(" (?:asc|desc)$", ""))
                            .filter(part -> !part.matches("\\d+") && !told.contains(part))
                            .forEach(part -> wrong.add("ordered by what is not selected: " + part));
                }
            }
        }
    }

    /** Where the order of the select begins that begins there; less than 0 if it has none. */
    private static int orderOf(List<String> tokens, int select) {
        int depth = 0;
        for (int i = select; i < tokens.size() && depth >= 0; i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).equals("order")) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> parts(List<String> tokens) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(token).append(' ');
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** To the end of the clause that begins there. */
    private static Stream<String> clause(List<String> tokens, int from) {
        int depth = 0;
        int end = from + 1;
        while (end < tokens.size()) {
            String token = tokens.get(end);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth < 0
                    || depth == 0
                            && Set.of("from", "having", "order", "offset", "fetch", "limit", "for", "union")
                                    .contains(token)) {
                break;
            }
            end++;
        }
        return tokens.subList(from + 1, end).stream();
    }

    private static void orderedWithin(List<String> tokens, List<String> wrong) {
        for (List<String> select : selectsWithin(tokens, false)) {
            if (select.contains("order") && Stream.of("top", "offset", "fetch").noneMatch(select::contains)) {
                wrong.add("an order within, without an end");
            }
        }
    }

    /** SQL Server: what is put together with others has no order of its own, with an end or without. */
    private static void orderedPart(List<String> tokens, List<String> wrong) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).equals("(")) {
                open.push(i);
            } else if (tokens.get(i).equals(")")) {
                int begin = open.pop();
                boolean isPart = i + 1 < tokens.size() && tokens.get(i + 1).equals("union")
                        || begin > 0 && Set.of("union", "all").contains(tokens.get(begin - 1));
                if (isPart && outside(tokens.subList(begin + 1, i)).contains("order")) {
                    wrong.add("a part of a union with an order");
                }
            }
        }
    }

    private static void limitedIn(List<String> tokens, List<String> wrong) {
        for (List<String> select : selectsWithin(tokens, true)) {
            if (select.contains("limit")) {
                wrong.add("in (select … limit)");
            }
        }
    }

    /** The words of each select in parentheses, without those of parentheses within it. */
    private static List<List<String>> selectsWithin(List<String> tokens, boolean behindIn) {
        List<List<String>> selects = new ArrayList<>();
        Deque<List<String>> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("(")) {
                List<String> within = new ArrayList<>();
                open.push(within);
                boolean isSelect = i + 1 < tokens.size() && tokens.get(i + 1).equals("select");
                if (isSelect && (!behindIn || i > 0 && tokens.get(i - 1).equals("in"))) {
                    selects.add(within);
                }
            } else if (token.equals(")")) {
                open.pop();
            } else if (!open.isEmpty()) {
                open.peek().add(token);
            }
        }
        return selects;
    }

    private static void changedAndRead(String sql, List<String> wrong) {
        Matcher changed = CHANGED.matcher(sql);
        if (changed.find()) {
            String table = changed.group(1) == null ? changed.group(2) : changed.group(1);
            if (Pattern.compile("\\(select .*(?:from|join) " + table + "\\b", Pattern.CASE_INSENSITIVE)
                    .matcher(sql)
                    .find()) {
                wrong.add("reads the table it changes");
            }
        }
    }
}
