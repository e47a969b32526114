package io.agreements.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/ledger-format");

    private static final RecordForm FULL = new RecordForm(
            "id",
            "realm",
            "ACCEPTANCE",
            1,
            2,
            "terms",
            3,
            "en",
            "aa",
            "ACCEPTED",
            "LOGIN",
            "shop",
            "bb",
            true,
            4,
            "cc",
            "{\"source\":\"csv\"}",
            "dd",
            "ee",
            "ff",
            "00",
            "11");

    @Test
    void allThatIsSaidIsInIt() {
        assertThat(new String(FULL.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"actor\":\"00\",\"agreement\":\"terms\",\"client\":\"shop\",\"connection\":\"ff\","
                        + "\"decision\":\"ACCEPTED\",\"details\":{\"source\":\"csv\"},\"diffFrom\":4,\"endReached\":true,"
                        + "\"form\":1,\"freeText\":\"11\",\"id\":\"id\",\"identity\":\"ee\",\"locale\":\"en\","
                        + "\"method\":\"LOGIN\",\"occurredAt\":1,\"realm\":\"realm\",\"recordedAt\":2,"
                        + "\"settings\":\"cc\",\"subject\":\"dd\",\"text\":\"aa\",\"type\":\"ACCEPTANCE\",\"version\":3,"
                        + "\"wording\":\"bb\"}");
    }

    @Test
    void whatIsNotSaidIsLeftOut() {
        assertThat(new String(least().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"form\":1,\"id\":\"id\",\"occurredAt\":1,\"realm\":\"realm\",\"recordedAt\":2,"
                        + "\"type\":\"EXPORT\"}");
    }

    @ParameterizedTest
    @MethodSource("components")
    void anotherValueOfAnyFieldMakesAnotherEntry(int place) throws ReflectiveOperationException {
        RecordForm changed = with(place, other(values(FULL)[place]));

        assertThat(changed.entry()).isNotEqualTo(FULL.entry());
        assertThat(RecordForm.class.getRecordComponents()[place].getName())
                .as("a field of that name is what differs")
                .satisfies(name -> assertThat(differing(changed)).containsExactly(name));
    }

    /** All but what every record has. */
    @ParameterizedTest
    @MethodSource("components")
    void aFieldThatIsTakenAwayMakesAnotherEntry(int place) throws ReflectiveOperationException {
        if (!(values(FULL)[place] instanceof Long)) {
            assertThat(with(place, null).entry()).isNotEqualTo(FULL.entry());
        }
    }

    @Test
    void detailsThatSayTheSameInOtherOrderAreTheSame() throws ReflectiveOperationException {
        int details = 16;

        assertThat(with(details, "{\"b\":1,\"a\":\"\\u0041\"}").entry())
                .isEqualTo(with(details, "{ \"a\" : \"A\", \"b\" : 1 }").entry());
    }

    /** So none of them keeps a realm's other records out of the log, and none of them can be changed unseen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "",
                "no JSON",
                "{",
                "{\"a\":1.5}",
                "{\"a\":9007199254740992}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":null}",
                "{}}"
            })
    void detailsThatDoNotFitAreInItByTheirDigest(String details) throws ReflectiveOperationException {
        RecordForm form = with(16, details);

        assertThat(form.hasPlainDetails()).isFalse();
        assertThat(new String(form.bytes(), StandardCharsets.UTF_8))
                .contains("\"unreadableDetails\":\"" + Sha256.hex(details.getBytes(StandardCharsets.UTF_8)) + "\"")
                .doesNotContain("\"details\"");
    }

    /** Otherwise what stands in one column could be moved to another. */
    @Test
    void detailsCannotPassForOtherFields() throws ReflectiveOperationException {
        RecordForm honest = with(16, "{}");
        RecordForm forged = new RecordForm(
                "id",
                "realm",
                "ACCEPTANCE",
                1,
                2,
                "terms",
                3,
                "en",
                "aa",
                "ACCEPTED",
                "LOGIN",
                "shop",
                "bb",
                true,
                4,
                "cc",
                "{},\"subject\":\"dd\"",
                null,
                "ee",
                "ff",
                "00",
                "11");

        assertThat(forged.entry()).isNotEqualTo(honest.entry());
    }

    /** They are what `sha256sum --check` makes of them; the records they are of are in the tests of the providers. */
    @Test
    void eachFileOfTheGoldenRecordsIsInItsCanonicalFormAndHasItsEntry() throws IOException {
        List<String> sums = Files.readAllLines(GOLDEN.resolve("SHA256SUMS"));

        assertThat(sums).hasSizeGreaterThan(10).allSatisfy(line -> {
            String[] sum = line.split("  ");
            byte[] golden = Files.readAllBytes(GOLDEN.resolve(sum[1]));
            assertThat(HexFormat.of().formatHex(Sha256.of(golden))).as(sum[1]).isEqualTo(sum[0]);
            String text = new String(golden, StandardCharsets.UTF_8);
            String again = new String(CanonicalJson.of(Map.of("record", new PlainJson(text))), StandardCharsets.UTF_8);
            assertThat(again).isEqualTo("{\"record\":" + text + "}");
        });
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted()
                            .toList())
                    .isEqualTo(sums.stream().map(line -> line.split("  ")[1]).toList());
        }
    }

    private static RecordForm least() {
        return new RecordForm(
                "id", "realm", "EXPORT", 1, 2, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    static Stream<Integer> components() {
        return Stream.iterate(0, place -> place + 1).limit(RecordForm.class.getRecordComponents().length);
    }

    private static Object other(Object value) {
        if (value instanceof Long number) {
            return number + 100;
        }
        if (value instanceof Integer number) {
            return number + 100;
        }
        if (value instanceof Boolean yes) {
            return !yes;
        }
        return ((String) value).startsWith("{") ? "{\"source\":\"other\"}" : value + "2";
    }

    private static List<String> differing(RecordForm changed) throws ReflectiveOperationException {
        Object[] before = values(FULL);
        Object[] after = values(changed);
        RecordComponent[] components = RecordForm.class.getRecordComponents();
        return components()
                .filter(place -> !before[place].equals(after[place]))
                .map(place -> components[place].getName())
                .collect(Collectors.toList());
    }

    private static Object[] values(RecordForm form) throws ReflectiveOperationException {
        RecordComponent[] components = RecordForm.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int place = 0; place < values.length; place++) {
            values[place] = components[place].getAccessor().invoke(form);
        }
        return values;
    }

    private static RecordForm with(int place, Object value) throws ReflectiveOperationException {
        Object[] values = values(FULL);
        values[place] = value;
        Class<?>[] types = Arrays.stream(RecordForm.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return RecordForm.class.getDeclaredConstructor(types).newInstance(values);
    }
}
