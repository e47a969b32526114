package io.agreements.keycloak.jpa.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entry of a record is of all that it says for good, and of nothing that can be erased; as the document has it. */
final class RecordFormsTest {

    private static final Path GOLDEN = Path.of("../proof/src/test/resources/ledger-format");
    private static final Path DOCUMENT = Path.of("../docs/ledger-format.md");

    private static final Pattern COLUMN = Pattern.compile("`([A-Z_]+)`");

    private static final Map<ErasableGroup, List<String>> VALUES = new EnumMap<>(Map.of(
            ErasableGroup.SUBJECT, List.of("subjectSalt"),
            ErasableGroup.IDENTITY, List.of("username", "sessionId", "identitySalt"),
            ErasableGroup.CONNECTION, List.of("connection"),
            ErasableGroup.ACTOR, List.of("actorSalt"),
            ErasableGroup.FREE_TEXT, List.of("freeText", "freeTextSalt")));

    @ParameterizedTest
    @MethodSource("names")
    void theFormNeverChanges(String name) throws IOException {
        assertThat(new String(RecordForms.of(golden(name)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    @Test
    void thereIsOneForEachTypeOfRecord() throws IOException {
        assertThat(Set.copyOf(StoredWords.of(RecordType.class)))
                .isEqualTo(GoldenRecords.all().values().stream()
                        .map(row -> row.type)
                        .collect(Collectors.toSet()));
        assertThat(GoldenRecords.all().keySet()).isEqualTo(sums().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsKeptOnceForManyComesBackAsItWas(String name) throws IOException {
        RecordEntity row = golden(name);
        CommonEntity common = CommonEntity.takeFrom(row);
        assertThat(row.details).isNull();
        common.giveTo(row);

        assertThat(HexFormat.of().formatHex(RecordForms.of(row).entry())).isEqualTo(sums().get(name));
        assertThat(CommonEntity.takeFrom(golden(name)).key).isEqualTo(common.key);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whateverIsErasedTheEntryStays(String name) throws ReflectiveOperationException, IOException {
        ErasableGroup[] groups = ErasableGroup.values();
        for (int erased = 0; erased < 1 << groups.length; erased++) {
            RecordEntity row = golden(name);
            for (ErasableGroup group : groups) {
                if ((erased & 1 << group.ordinal()) != 0) {
                    erase(row, group);
                }
            }
            assertThat(HexFormat.of().formatHex(RecordForms.of(row).entry()))
                    .as("without the groups %s", Integer.toBinaryString(erased))
                    .isEqualTo(sums().get(name));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsThereOpensItsCommitmentAndWhatIsErasedDoesNot(String name) throws ReflectiveOperationException {
        LedgerRecord whole = RecordRows.toRecord(golden(name));
        assertThat(whole.commitments().keySet()).allMatch(whole::opens);
        for (ErasableGroup group : whole.commitments().keySet()) {
            RecordEntity row = golden(name);
            erase(row, group);
            LedgerRecord erased = RecordRows.toRecord(row);

            assertThat(erased.opens(group)).isFalse();
            assertThat(erased.commitments().get(group))
                    .isEqualTo(whole.commitments().get(group).erased());
            assertThat(whole.commitments().keySet().stream().filter(other -> other != group))
                    .allMatch(erased::opens);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatTheDocumentSaysIsInTheFormIsAndWhatItSaysIsNotIsNot(String name)
            throws ReflectiveOperationException, IOException {
        Set<String> inForm = documented("## A record");
        for (Field column : columns()) {
            RecordEntity row = golden(name);
            change(row, column);
            boolean differs =
                    !HexFormat.of().formatHex(RecordForms.of(row).entry()).equals(sums().get(name));
            String title = column.getAnnotation(Column.class).name();
            assertThat(differs).as(title).isEqualTo(inForm.contains(title));
        }
    }

    @Test
    void theDocumentHasEveryColumnOnce() throws IOException {
        Set<String> inForm = documented("## A record");
        Set<String> notInForm = documented("## What is not in the form");

        assertThat(inForm).doesNotContainAnyElementsOf(notInForm);
        assertThat(Stream.of(inForm, notInForm).flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                columns(RecordEntity.class),
                                columns(ConnectionEntity.class).filter(column -> !column.isAnnotationPresent(Id.class)))
                        .map(column -> column.getAnnotation(Column.class).name())
                        .collect(Collectors.toSet()));
    }

    static Set<String> names() {
        return GoldenRecords.all().keySet();
    }

    private static RecordEntity golden(String name) {
        return GoldenRecords.all().get(name);
    }

    private static void erase(RecordEntity row, ErasableGroup group) throws ReflectiveOperationException {
        for (String value : VALUES.get(group)) {
            RecordEntity.class.getDeclaredField(value).set(row, null);
        }
        if (group == ErasableGroup.SUBJECT && row.userId != null) {
            row.userId = "gone:another";
        }
        if (group == ErasableGroup.ACTOR && row.administratorId != null) {
            row.administratorId = "gone:another";
        }
    }

    private static void change(RecordEntity row, Field column) throws ReflectiveOperationException {
        Object value = column.get(row);
        if (column.getType() == long.class) {
            column.set(row, (Long) value + 1);
        } else if (column.getType() == Integer.class) {
            column.set(row, value == null ? 1 : (Integer) value + 1);
        } else if (column.getType() == Long.class) {
            column.set(row, value == null ? 1L : (Long) value + 1);
        } else if (column.getType() == Boolean.class) {
            column.set(row, value == null || !(Boolean) value);
        } else if (column.getName().equals("details")) {
            column.set(row, "{\"other\":" + row.recordedAt + "}");
        } else {
            column.set(row, value == null ? "00" : value + "00");
        }
    }

    private static List<Field> columns() {
        return columns(RecordEntity.class).toList();
    }

    private static Stream<Field> columns(Class<?> entity) {
        return Stream.of(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Column.class));
    }

    /** Names of columns in the first cell of each row of a section's first table. */
    private static Set<String> documented(String heading) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int start = lines.indexOf(heading);
        int end = IntStream.range(start + 1, lines.size())
                .filter(line -> lines.get(line).startsWith("## "))
                .findFirst()
                .orElseThrow();
        return lines.subList(start, end).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[1])
                .filter(cell -> !cell.contains("of `AGR_RECORD`"))
                .flatMap(cell -> COLUMN.matcher(cell).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> sums() throws IOException {
        return new TreeMap<>(Files.readAllLines(GOLDEN.resolve("SHA256SUMS")).stream()
                .map(line -> line.split("  "))
                .collect(Collectors.toMap(sum -> sum[1], sum -> sum[0])));
    }
}
